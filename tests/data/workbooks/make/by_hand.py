#!/usr/bin/env python3
"""by_hand.py FOLDER: workbooks whose XML is written here: what writers may do and rarely do, and what
must be refused."""
import pathlib
import sys
import zipfile

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
DOCUMENT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
STRICT_MAIN = "http://purl.oclc.org/ooxml/spreadsheetml/main"
STRICT_DOCUMENT = "http://purl.oclc.org/ooxml/officeDocument/relationships"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

PACKAGE_LINK = (f'{HEAD}<Relationships xmlns="{PACKAGE}"><Relationship Id="rId1" '
                f'Type="{DOCUMENT}/officeDocument" Target="xl/workbook.xml"/></Relationships>')


def links(targets, kind=DOCUMENT):
    """targets: (type, target)"""
    each = "".join(f'<Relationship Id="rId{i}" Type="{kind}/{of}" Target="{to}"/>'
                   for i, (of, to) in enumerate(targets, 1))
    return f'{HEAD}<Relationships xmlns="{PACKAGE}">{each}</Relationships>'


def workbook(names, before="", after=""):
    sheets = "".join(f'<sheet name="{name}" sheetId="{i}" r:id="rId{i}"/>'
                     for i, name in enumerate(names, 1))
    return (f'{HEAD}<workbook xmlns="{MAIN}" xmlns:r="{DOCUMENT}">{before}<sheets>{sheets}</sheets>'
            f'{after}</workbook>')


def worksheet(rows, before="", after=""):
    return (f'{HEAD}<worksheet xmlns="{MAIN}">{before}<sheetData>{rows}</sheetData>{after}'
            '</worksheet>')


def text_cell(text):
    return f'<c t="inlineStr"><is><t>{text}</t></is></c>'


def write(path, parts, compression=zipfile.ZIP_DEFLATED):
    with zipfile.ZipFile(path, "w", compression, compresslevel=9) as packed:
        for name, content in parts.items():
            entry = zipfile.ZipInfo(name, (2022, 1, 1, 0, 0, 0))
            bytes_of = content.encode() if isinstance(content, str) else content
            packed.writestr(entry, bytes_of, compression)


def parts_of(sheet, **more):
    """A workbook with one sheet."""
    parts = {"[Content_Types].xml": f"{HEAD}<Types/>", "_rels/.rels": PACKAGE_LINK,
             "xl/workbook.xml": workbook(["Sheet1"]),
             "xl/_rels/workbook.xml.rels": links([("worksheet", "worksheets/sheet1.xml")]),
             "xl/worksheets/sheet1.xml": sheet}
    parts.update(more)
    return parts


ODD_STRINGS = f"""{HEAD}<sst xmlns="{MAIN}" count="9" uniqueCount="9">
<si><t>甲</t></si>
<si><r><t xml:space="preserve">富 </t></r><r><rPr><b/><sz val="11"/></rPr><t>文本</t></r></si>
<si><t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh><phoneticPr fontId="1"/></si>
<si><t> trimmed </t></si>
<si><t xml:space="preserve"> kept </t></si>
<si><t>line_x000D_
two _x005F_x000D_ _xD83D__xDE00_ _x0000_ _xZZZZ_</t></si>
<si><t>&lt;a&gt; &amp; &quot;b&quot; &#x4E2D;&#25991; <![CDATA[<raw> &amp;]]></t></si>
<si/>
<si><t>a<!-- comment -->b</t></si>
</sst>"""

ODD_STYLES = f"""{HEAD}<styleSheet xmlns="{MAIN}"><numFmts count="4">
<numFmt numFmtId="176" formatCode="0.00%;[Red]\\-0.00%"/>
<numFmt numFmtId="177" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/>
<numFmt numFmtId="178" formatCode="[DBNum1][$-804]General"/>
<numFmt numFmtId="179" formatCode="0.00&quot;d%&quot;"/></numFmts>
<cellStyleXfs count="1"><xf numFmtId="9"/></cellStyleXfs>
<cellXfs count="11"><xf numFmtId="0"/><xf numFmtId="9"/><xf numFmtId="10"/><xf numFmtId="14"/>
<xf numFmtId="22"/><xf numFmtId="57"/><xf numFmtId="46"/><xf numFmtId="176"/><xf numFmtId="177"/>
<xf numFmtId="178"/><xf numFmtId="179"/></cellXfs></styleSheet>"""

# Rows and cells without r count on; styles in the order of ODD_STYLES.
ODD_ROWS = """
<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="s"><v>2</v></c><c t="s"><v>3</v></c>
 <c t="s"><v>4</v></c><c t="s"><v>5</v></c><c t="s"><v>6</v></c><c t="s"><v>7</v></c>
 <c t="s"><v>8</v></c></row>
<row r="3"><c r="B3"><v>1E-3</v></c><c><v>12.50</v></c><c r="E3" t="n"><v> 7 </v></c><c><v>x</v></c>
 <c><v>1e999</v></c><c/><c r="I3"><v>-0</v></c><c><v>123456789012345678</v></c>
 <c><v>1.7976931348623157E+308</v></c></row>
<row><c t="b"><v>1</v></c><c t="b"><v>0</v></c><c t="e"><v>#REF!</v></c>
 <c t="str"><f>"a"&amp;"b"</f><v>ab</v></c><c t="str"><f>""</f><v></v></c><c><f>A1+1</f></c>
 <c><f>A1+1</f><v/></c><c t="d"><v>2020-12-31T10:30:00</v></c><c t="d"><v>2020-12-31</v></c>
 <c t="inlineStr"><is><r><t>内</t></r><r><t>联</t></r><rPh sb="0" eb="1"><t>x</t></rPh></is></c></row>
<row r="6"><c s="1"><v>0.45500000000000002</v></c><c s="2"><v>7.0000000000000007E-2</v></c>
 <c s="3"><v>44196</v></c><c s="4"><v>44196.4375</v></c><c s="5"><v>44196</v></c>
 <c s="6"><v>1.25</v></c><c s="7"><v>-1.2E-3</v></c><c s="8"><v>44196</v></c><c s="9"><v>5</v></c>
 <c s="10"><v>2.5</v></c><c s="3"><v>59</v></c><c s="3"><v>61</v></c><c s="3"><v>-1</v></c></row>
<row r="7" hidden="1"/><row r="8" hidden="true"/><row r="10" ht="0" customHeight="1"/>
"""


def odd_xlsx(folder):
    columns = ('<cols><col min="2" max="3" hidden="1" width="9"/><col min="5" max="5" width="0"/>'
               '<col min="6" max="6" width="12"/></cols>')
    merged = '<mergeCells count="2"><mergeCell ref="A1:B2"/><mergeCell ref="D9"/></mergeCells>'
    parts = parts_of(worksheet(ODD_ROWS, columns, merged))
    parts["xl/workbook.xml"] = workbook(["第二 &amp; _x0041_", "Chart", "第一"])
    parts["xl/_rels/workbook.xml.rels"] = links(
        [("worksheet", "/xl/worksheets/sheet1.xml"), ("chartsheet", "chartsheets/sheet1.xml"),
         ("worksheet", "../xl/./worksheets/sheet%202.xml"), ("sharedStrings", "sharedStrings.xml"),
         ("styles", "STYLES.xml")])
    parts["xl/worksheets/sheet 2.xml"] = worksheet("")
    parts["xl/sharedStrings.xml"] = ODD_STRINGS
    parts["xl/styles.xml"] = ODD_STYLES
    write(f"{folder}/odd.xlsx", parts)


def strict_xlsx(folder):
    """Strict OOXML, all names with prefixes, days from 1904."""
    write(f"{folder}/strict_1904.xlsx", {
        "_rels/.rels": PACKAGE_LINK.replace(DOCUMENT, STRICT_DOCUMENT),
        "xl/workbook.xml": f"""<?xml version='1.0'?><!-- a comment --><x:workbook xmlns:x='{STRICT_MAIN}'
  xmlns:rel='{STRICT_DOCUMENT}'><x:workbookPr date1904='1'/><x:sheets><x:sheet name='表' state='visible'
  rel:id='rId1'/></x:sheets><x:calcPr fullCalcOnLoad="1"/></x:workbook>""",
        "xl/_rels/workbook.xml.rels": links([("worksheet", "worksheets/sheet1.xml"),
                                             ("styles", "styles.xml")], STRICT_DOCUMENT),
        "xl/styles.xml": f"<s:styleSheet xmlns:s='{STRICT_MAIN}'><s:cellXfs><s:xf numFmtId='0'/>"
                         "<s:xf numFmtId='14'/><s:xf numFmtId='22'/></s:cellXfs></s:styleSheet>",
        "xl/worksheets/sheet1.xml": f"""<x:worksheet xmlns:x='{STRICT_MAIN}' xmlns:y='urn:other'>
<y:sheetData><y:row><y:c><y:v>1</y:v></y:c></y:row></y:sheetData>
<x:sheetData><x:row><x:c r='A4' s='1'><x:v>42734</x:v></x:c><y:c><y:v>2</y:v></y:c>
<x:c s='2'><x:v>0.5</x:v></x:c><x:c s='0'><x:f>1+1</x:f><x:v>0</x:v></x:c>
<x:c><x:f>1+1</x:f><x:v>2</x:v></x:c></x:row></x:sheetData></x:worksheet >"""})


ODF = "urn:oasis:names:tc:opendocument:xmlns"
ODS_TYPE = "application/vnd.oasis.opendocument.spreadsheet"


def content(tables, styles=""):
    return (f'{HEAD}<o:document-content xmlns:o="{ODF}:office:1.0" xmlns:t="{ODF}:table:1.0" '
            f'xmlns:x="{ODF}:text:1.0" xmlns:s="{ODF}:style:1.0" xmlns:n="{ODF}:datastyle:1.0">'
            f'<o:automatic-styles>{styles}</o:automatic-styles><o:body><o:spreadsheet>{tables}'
            '</o:spreadsheet></o:body></o:document-content>')


def write_ods(path, content_xml):
    write(path, {"mimetype": ODS_TYPE, "content.xml": content_xml})


ODD_TABLES = """
<t:tracked-changes><t:cell-content-change><t:table><t:table-row><t:table-cell><x:p>old</x:p>
</t:table-cell></t:table-row></t:table></t:cell-content-change></t:tracked-changes>
<t:table t:name="一"><t:shapes><x:p>shape</x:p></t:shapes>
<t:table-column-group><t:table-column t:default-cell-style-name="month"/></t:table-column-group>
<t:table-columns><t:table-column t:number-columns-repeated="2" t:visibility="collapse"/></t:table-columns>
<t:table-header-rows><t:table-row><t:table-cell o:value-type="string" t:number-columns-spanned="2"
 t:number-rows-spanned="2"><o:annotation><x:p>note</x:p></o:annotation><x:p>甲 <x:span>乙
 丙</x:span><x:s x:c="3"/>丁<x:a>戊</x:a><o:annotation><x:p>n</x:p></o:annotation> </x:p><x:p>次行</x:p>
 </t:table-cell><t:covered-table-cell/><t:table-cell t:number-columns-repeated="16381"/></t:table-row>
</t:table-header-rows>
<t:table-row-group><t:table-row t:number-rows-repeated="3"><t:covered-table-cell
 t:number-columns-repeated="2"/><t:table-cell o:value-type="float" o:value="1.50"
 t:number-columns-repeated="2"><x:p>1.5</x:p></t:table-cell></t:table-row></t:table-row-group>
<t:table-row t:number-rows-repeated="2" t:visibility="filter"><t:table-cell/></t:table-row>
<t:table-row><t:table-cell o:value-type="date" o:date-value="2020-12-31"><x:p>2020年12月</x:p></t:table-cell>
<t:table-cell o:value-type="date" o:date-value="2020-12-31T10:30:00"/>
<t:table-cell o:value-type="time" o:time-value="PT10H30M05S"/>
<t:table-cell o:value-type="time" o:time-value="PT36H00M00.5S"/>
<t:table-cell o:value-type="boolean" o:boolean-value="false"/>
<t:table-cell o:value-type="percentage" o:value="0.07"/>
<t:table-cell o:value-type="currency" o:value="1234567.8"/>
<t:table-cell t:formula="of:=1/0" o:value-type="string" o:string-value="#DIV/0!"/>
<t:table-cell t:formula="of:=[.A1]+1"/><t:table-cell o:value-type="string" o:string-value="说"/>
<t:table-cell><x:p>无类型</x:p></t:table-cell><t:table-cell t:formula="of:=IF(1=1;&quot;&quot;;1)"><x:p/></t:table-cell>
<t:table-cell o:value-type="float" o:value="0.4012"><x:p>40.1%</x:p></t:table-cell>
<t:table-cell o:value-type="float" o:value="123400"><x:p>12.3万</x:p></t:table-cell>
<t:table-cell t:formula="of:=TRUE()" o:value-type="float" o:value="1"><x:p>TRUE</x:p></t:table-cell>
<t:table-cell o:value-type="float" o:value="40.1"><x:p>40%</x:p></t:table-cell>
<t:table-cell><t:table t:is-sub-table="true"><t:table-row>
<t:table-cell><x:p>sub</x:p></t:table-cell></t:table-row></t:table></t:table-cell></t:table-row>
<t:table-row t:number-rows-repeated="1048000"><t:table-cell t:number-columns-repeated="16384"/></t:table-row>
</t:table><t:table t:name="二" t:style-name="gone"/>
"""
ODD_ODS_STYLES = """<n:date-style s:name="ym"><n:year n:style="long"/><n:text>年</n:text><n:month/>
<n:text>月</n:text></n:date-style><s:style s:name="month" s:family="table-cell" s:parent-style-name="base"/>
<s:style s:name="base" s:family="table-cell" s:data-style-name="ym"/>
<s:style s:name="gone" s:family="table"><s:table-properties t:display="false"/></s:style>"""


def refused(folder):
    good = pathlib.Path(folder, "openpyxl.xlsx").read_bytes()
    pathlib.Path(folder, "cut.xlsx").write_bytes(good[:len(good) * 6 // 10])
    one = worksheet(f"<row>{text_cell('甲')}</row>")
    write(f"{folder}/cut_sheet.xlsx", parts_of(one[:-40]))
    write(f"{folder}/no_sheet.xlsx", {name: part for name, part in parts_of(one).items()
                                      if "sheet1" not in name})
    write(f"{folder}/unordered.xlsx", parts_of(worksheet(
        '<row r="2"><c r="B2"><v>1</v></c><c r="A2"><v>2</v></c></row>')))
    write(f"{folder}/no_string.xlsx", parts_of(worksheet('<row><c t="s"><v>0</v></c></row>')))
    write(f"{folder}/entities.xlsx", parts_of(
        HEAD + '<!DOCTYPE worksheet [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
        + worksheet(f"<row>{text_cell('&b;')}</row>")[len(HEAD):]))
    write(f"{folder}/deep.xlsx", parts_of(worksheet("<row>" * 100000 + "</row>" * 100000)))
    write(f"{folder}/too_many_rows.xlsx", parts_of(worksheet(
        '<row r="2000001"><c><v>1</v></c></row>')))
    write_ods(f"{folder}/too_many_rows.ods", content(
        '<t:table t:name="表"><t:table-row t:number-rows-repeated="3000000"><t:table-cell '
        'o:value-type="float" o:value="1"/></t:table-row></t:table>'))
    bomb = parts_of(worksheet("", after=" " * (1200 << 20)))
    write(f"{folder}/bomb.xlsx", bomb, zipfile.ZIP_BZIP2)
    macros = parts_of(one)
    macros["xl/vbaProject.bin"] = b"VBA"
    write(f"{folder}/macros.xlsm", macros)
    binary = {"_rels/.rels": PACKAGE_LINK.replace("workbook.xml", "workbook.bin"),
              "xl/workbook.bin": b"\x83\x01\x00"}
    write(f"{folder}/binary.xlsb", binary)
    write(f"{folder}/document.docx", {
        "_rels/.rels": PACKAGE_LINK.replace("xl/workbook.xml", "word/document.xml"),
        "word/document.xml": '<w:document xmlns:w="urn:w"/>'})
    write(f"{folder}/text.odt", {"mimetype": ODS_TYPE.replace("spreadsheet", "text"),
                                 "content.xml": content("").replace("spreadsheet>", "text>")})
    write(f"{folder}/nothing.zip", {})


def with_flags(folder):
    """Bytes that no writer here writes: a checksum that is wrong, an entry said to be encrypted."""
    path = pathlib.Path(folder, "wrong_checksum.xlsx")
    write(path, parts_of(worksheet("<row><c><v>12345</v></c></row>")), zipfile.ZIP_STORED)
    path.write_bytes(path.read_bytes().replace(b"12345", b"12346"))
    path = pathlib.Path(folder, "zip_password.xlsx")
    write(path, parts_of(worksheet("")))
    data = bytearray(path.read_bytes())
    for mark, at in [(b"PK\x03\x04", 6), (b"PK\x01\x02", 8)]:
        found = data.find(mark)
        while found >= 0:
            data[found + at] |= 1
            found = data.find(mark, found + 4)
    path.write_bytes(data)


def main(folder):
    odd_xlsx(folder)
    strict_xlsx(folder)
    write_ods(f"{folder}/odd.ods", content(ODD_TABLES, ODD_ODS_STYLES))
    refused(folder)
    with_flags(folder)


main(sys.argv[1])
