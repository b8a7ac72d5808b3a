// Units as the language writes them. Documents carry them as the framework does, in Chinese.
import { figure } from './figures'
import { is_chinese } from './words'

const english: Record<string, string> = {
  人: 'people', 万人: '10k people', 千人: '1,000 people', 十万人: '100k people', 万人次: '10k visits', 户: 'households', 万户: '10k households',
  平方米: 'm²', 万平方米: '10k m²', 亿平方米: '100M m²', 公顷: 'ha', 平方公里: 'km²', 公里: 'km', 米: 'm', 立方米: 'm³', 万立方米: '10k m³',
  元: 'yuan', 万元: '10k yuan', 亿元: '100M yuan', 亿美元: '100M US$', 分钟: 'min', 分贝: 'dB', 微克: 'µg', 天: 'days', 吨: 't', 吨标准煤: 'tce',
  万辆: '10k vehicles', 件: '', 个: '', 家: '', 场: '', 所: '', 张: 'beds', 套: 'homes', 处: ''
}

/** m²/person; as it is where a part of it is not known. Nothing for plain numbers. */
export function unit_word(unit: string): string {
  if (unit === '1') return ''
  if (is_chinese()) return unit
  const parts = unit.split('/')
  if (parts.some(part => english[part] === undefined)) return unit
  const [top = '', ...below] = parts.map(part => english[part]!)
  if (below.length === 0) return top
  const under = below.map(word => (word === 'people' ? 'person' : word)).join('/')
  return top === '' ? `per ${under}` : `${top}/${under}`
}

const thousands: [string, number][] = [['十万', 1e5], ['万', 1e4], ['亿', 1e8], ['千', 1e3]]

/** 3.1 万平方米; in English without 万 and 亿: 31,000 m². */
export function amount(value: number, unit: string, significant = 4): string {
  const [word, times] = is_chinese() ? (['', 1] as const) : thousands.find(([prefix]) => unit.startsWith(prefix) && !unit.includes('/')) ?? (['', 1] as const)
  const name = unit_word(unit.slice(word.length))
  const text = figure(value * times, significant).replace(/\B(?=(\d{3})+$)/g, is_chinese() ? '' : ',')
  return name === '' ? text : `${text} ${name}`
}
