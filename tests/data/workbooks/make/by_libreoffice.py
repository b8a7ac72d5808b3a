#!/usr/bin/env python3
"""by_libreoffice.py FOLDER: libreoffice.ods and .xlsx, and as .xls and with passwords.

Starts LibreOffice without a screen and asks it through UNO (python3-uno).
"""
import pathlib
import subprocess
import sys
import tempfile
import time
import zipfile

import uno
from com.sun.star.beans import NamedValue, PropertyValue
from com.sun.star.lang import Locale
from com.sun.star.table import CellRangeAddress

PORT = "socket,host=localhost,port=22002"


def value(name, is_value):
    return PropertyValue(Name=name, Value=is_value)


def connected(desktop_of):
    for _ in range(100):
        try:
            return desktop_of()
        except Exception:
            time.sleep(0.3)
    raise SystemExit("LibreOffice does not answer")


def desktop():
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext(
        "com.sun.star.bridge.UnoUrlResolver", local)
    remote = resolver.resolve(f"uno:{PORT};urp;StarOffice.ComponentContext")
    return remote.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", remote)


def set_format(document, cell, code):
    formats = document.NumberFormats
    locale = Locale("zh", "CN", "")
    key = formats.queryKey(code, locale, False)
    cell.NumberFormat = key if key >= 0 else formats.addNew(code, locale)


def fill(document, sheet):
    for name, text in {"A1": "评价单元", "B1": "达标率", "C1": "日期", "A2": "甲街道", "A3": "乙街道",
                       "A4": "丙街道", "A5": "丁街道", "F2": "空  格\t制表\n换行", "F3": " 前后 ",
                       "H9": "同", "I9": "同", "J9": "同", "H10": "同", "I10": "同", "J10": "同",
                       "A12": "合并"}.items():
        sheet.getCellRangeByName(name).String = text
    for name, number, code in [("B2", 0.455, "0.0%"), ("B3", 0.07, "0%"), ("B4", 12.5, "0.00"),
                               ("C2", 44196, "YYYY-MM-DD"), ("C3", 44196.4375, "YYYY-MM-DD HH:MM"),
                               ("C4", 44196, 'YYYY"年"M"月"'), ("C5", 0.4375, "HH:MM"),
                               ("C6", 1.5, "[HH]:MM"), ("D2", 12.5, "[$¥-804]#,##0.00"),
                               ("D3", 1, "BOOLEAN")]:
        cell = sheet.getCellRangeByName(name)
        cell.Value = number
        set_format(document, cell, code)
    for name, formula in {"B5": "=SUM(B2:B4)", "E2": "=1/0", "E3": "=A2&A3", "E4": "=NA()",
                          "E5": "=Z1:Z5*{1}[", "E6": "=TRUE()"}.items():
        sheet.getCellRangeByName(name).Formula = formula
    sheet.getCellRangeByName("A12:B13").merge(True)
    sheet.Rows.getByIndex(6).IsVisible = False
    sheet.Rows.getByIndex(7).IsVisible = False
    sheet.Columns.getByIndex(6).IsVisible = False
    sheet.Annotations.insertNew(sheet.getCellRangeByName("A2").CellAddress, "只是批注")


def make_document(office):
    document = office.loadComponentFromURL("private:factory/scalc", "_blank", 0,
                                           (value("Hidden", True),))
    sheets = document.Sheets
    sheets.getByIndex(0).Name = "表 1"
    fill(document, sheets.getByIndex(0))
    sheets.insertNewByName("隐藏", 1)
    sheets.getByName("隐藏").getCellRangeByName("A1").String = "看不见"
    sheets.getByName("隐藏").IsVisible = False
    sheets.insertNewByName("筛选", 2)
    filtered = sheets.getByName("筛选")
    for row, text in enumerate(["名", "留", "去", "留", "去"]):
        filtered.getCellByPosition(0, row).String = text
    ranged = filtered.getCellRangeByName("A1:A5")
    wanted = ranged.createFilterDescriptor(True)
    wanted.ContainsHeader = True
    field = uno.createUnoStruct("com.sun.star.sheet.TableFilterField")
    field.Field, field.IsNumeric, field.StringValue = 0, False, "留"
    field.Operator = uno.Enum("com.sun.star.sheet.FilterOperator", "EQUAL")
    wanted.setFilterFields((field,))
    ranged.filter(wanted)
    return document


def store(document, folder, name, filter_name, *more):
    url = pathlib.Path(folder, name).resolve().as_uri()
    document.storeToURL(url, (value("FilterName", filter_name), *more))


def pack_anew(path):
    """Without the picture of the sheet, and packed tighter."""
    entries = zipfile.ZipFile(path)
    kept = [(entry, entries.read(entry)) for entry in entries.infolist()
            if not entry.filename.startswith(("Thumbnails", "Configurations2"))]
    with zipfile.ZipFile(path, "w", compresslevel=9) as packed:
        for entry, content in kept:
            plain = zipfile.ZipInfo(entry.filename, (2022, 1, 1, 0, 0, 0))
            packed.writestr(plain, content, entry.compress_type)


def main(folder):
    with tempfile.TemporaryDirectory() as profile:
        office = subprocess.Popen(
            ["soffice", "--headless", "--norestore", f"-env:UserInstallation=file://{profile}",
             f"--accept={PORT};urp;"])
        top = connected(desktop)
        document = make_document(top)
        xlsx = "Calc MS Excel 2007 XML"
        store(document, folder, "libreoffice.ods", "calc8")
        store(document, folder, "libreoffice.xlsx", xlsx)
        short = top.loadComponentFromURL("private:factory/scalc", "_blank", 0,
                                         (value("Hidden", True),))
        short.Sheets.getByIndex(0).getCellRangeByName("A1").String = "甲"
        store(short, folder, "excel_97.xls", "MS Excel 97")
        store(short, folder, "encrypted.ods", "calc8", value("Password", "secret"))
        store(short, folder, "encrypted.xlsx", xlsx, value("EncryptionData", uno.Any(
            "[]com.sun.star.beans.NamedValue",
            (NamedValue("CryptoType", "Standard"), NamedValue("OOXPassword", "secret")))))
        try:
            top.terminate()
        except Exception:
            pass
        office.wait()
    for name in ["libreoffice.ods", "libreoffice.xlsx", "encrypted.ods"]:
        pack_anew(pathlib.Path(folder, name))


main(sys.argv[1])
