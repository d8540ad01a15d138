"""A letter as a flat OpenDocument text, the form that LibreOffice opens as if an officer had typed it."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from xml.sax.saxutils import escape

from makers.source import Letter, markup

NAMESPACES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in {
        "office": "office",
        "style": "style",
        "text": "text",
        "table": "table",
        "fo": "xsl-fo-compatible",
        "svg": "svg-compatible",
        "meta": "meta",
    }.items()
)
LEFT = 'fo:margin-left="9mm" fo:margin-right="0mm" fo:text-indent="0mm"'
RULE = 'fo:border-bottom="1.5pt solid #1d3557" fo:padding-bottom="5pt" fo:margin-bottom="12pt"'
# Style name -> paragraph properties, text properties.
STYLES = {
    "p": ('fo:margin-bottom="7pt" fo:line-height="132%"', 'fo:font-size="10.5pt"'),
    "h1": ("", 'fo:font-size="17pt" fo:font-weight="bold" fo:color="#1d3557"'),
    "h2": ('fo:margin-top="11pt" fo:margin-bottom="4pt"', 'fo:font-size="11.5pt" fo:font-weight="bold"'),
    "unit": (RULE, 'fo:font-size="10.5pt" fo:color="#444444"'),
    "subject": ('fo:margin-bottom="7pt"', 'fo:font-size="10.5pt" fo:font-weight="bold"'),
    "quote": (f'{LEFT} fo:margin-bottom="7pt"', 'fo:font-size="10.5pt" fo:font-style="italic"'),
    "log": (f'{LEFT} fo:margin-bottom="7pt"', 'fo:font-size="9pt" style:font-name="Liberation Mono"'),
    "sign": ('fo:margin-top="16pt" fo:margin-bottom="7pt"', 'fo:font-size="10.5pt"'),
    "td": ("", 'fo:font-size="9.5pt"'),
    "th": ("", 'fo:font-size="9.5pt" fo:font-weight="bold"'),
    "foot": ('fo:text-align="center"', 'fo:font-size="8pt" fo:color="#444444"'),
    "break": ('fo:break-before="page"', 'fo:font-size="1pt"'),
}


def flat_odt(letter: Letter) -> str:
    """Return the letter as the text of an ``.fodt`` file."""
    styles = "".join(_style(name, *properties) for name, properties in STYLES.items())
    body = "".join(_block(block) for block in letter.blocks)
    numbers = "Page <text:page-number/> of <text:page-count/>"
    footer = f'<text:p text:style-name="foot">{escape(letter.footer)} | {numbers}</text:p>'
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<office:document {NAMESPACES} xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/"
 office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.text">
<office:meta><dc:title>{escape(letter.title)}</dc:title></office:meta>
<office:font-face-decls>
<style:font-face style:name="Liberation Sans" svg:font-family="'Liberation Sans'"/>
<style:font-face style:name="Liberation Mono" svg:font-family="'Liberation Mono'"/>
</office:font-face-decls>
<office:styles>{styles}</office:styles>
<office:automatic-styles><style:page-layout style:name="A4"><style:page-layout-properties fo:page-width="210mm"
 fo:page-height="297mm" fo:margin-top="20mm" fo:margin-bottom="10mm" fo:margin-left="22mm" fo:margin-right="22mm"/>
<style:footer-style><style:header-footer-properties fo:min-height="8mm" fo:margin-top="4mm"/></style:footer-style>
</style:page-layout>
<style:style style:name="cell" style:family="table-cell"><style:table-cell-properties
 fo:border="0.6pt solid #888888" fo:padding="2.5pt"/></style:style></office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="A4">
<style:footer>{footer}</style:footer></style:master-page></office:master-styles>
<office:body><office:text>{body}</office:text></office:body>
</office:document>
"""


def _style(name: str, paragraph: str, text: str) -> str:
    font = "" if "font-name" in text else 'style:font-name="Liberation Sans"'
    return (
        f'<style:style style:name="{name}" style:family="paragraph"><style:paragraph-properties {paragraph}/>'
        f'<style:text-properties {font} {text} fo:language="en" fo:country="GB"/></style:style>\n'
    )


def _block(block: ET.Element) -> str:
    match block.tag:
        case "hr":
            return '<text:p text:style-name="break"/>'
        case "table":
            columns = f'<table:table-column table:number-columns-repeated="{len(block[0])}"/>'
            return f"<table:table>{columns}{''.join(_row(row) for row in block)}</table:table>"
        case "h1" | "h2":
            return (
                f'<text:h text:style-name="{block.tag}" text:outline-level="{block.tag[1]}">{_inline(block)}</text:h>'
            )
        case _:
            return f'<text:p text:style-name="{block.get("class", block.tag)}">{_inline(block)}</text:p>'


def _row(row: ET.Element) -> str:
    cells = (
        f'<table:table-cell table:style-name="cell" office:value-type="string">{_block(cell)}</table:table-cell>'
        for cell in row
    )
    return f"<table:table-row>{''.join(cells)}</table:table-row>"


def _inline(block: ET.Element) -> str:
    linked = re.sub(r'<a href="([^"]*)">', r'<text:a xlink:type="simple" xlink:href="\1">', markup(block))
    return linked.replace("</a>", "</text:a>").replace("<br/>", "<text:line-break/>")
