// What a place is called in a sentence: its name, in English the short one, which is in English more often.
import type { Place } from './page'
import { is_chinese } from './words'

export function place_name(place: Place): string {
  return is_chinese() ? place.name : place.short || place.name
}
