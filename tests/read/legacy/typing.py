"""Unicode text as an office typed it in an old code: the tables of the tests, not the tool's.

The letters stand beside the signs that show them in a `.Vn…` or `VNI-…` font.
"""

from unicodedata import normalize

_LETTERS = (
    "àảãáạ ằẳẵắặ ầẩẫấậ èẻẽéẹ ềểễếệ ìỉĩíị òỏõóọ ồổỗốộ ờởỡớợ ùủũúụ ừửữứự ỳỷỹýỵ ăâêôơưđ ĂÂÊÔƠƯĐ"
).replace(" ", "")
_TCVN3_SIGNS = (
    "µ¶·¸¹ »¼½¾Æ ÇÈÉÊË ÌÎÏÐÑ ÒÓÔÕÖ ×ØÜÝÞ ßáâãä åæçèé êëìíî ïñòóô õö÷øù úûüýþ "
    "¨©ª«¬\u00ad® ¡¢£¤¥¦§"
).replace(" ", "")
_TCVN3 = dict(zip(_LETTERS, _TCVN3_SIGNS, strict=True))

_VNI_SMALL = {
    **dict(zip("àảãáạ", ("aø", "aû", "aõ", "aù", "aï"), strict=True)),
    **dict(zip("ăằẳẵắặ", ("aê", "aè", "aú", "aü", "aé", "aë"), strict=True)),
    **dict(zip("âầẩẫấậ", ("aâ", "aà", "aå", "aã", "aá", "aä"), strict=True)),
    **dict(zip("èẻẽéẹ", ("eø", "eû", "eõ", "eù", "eï"), strict=True)),
    **dict(zip("êềểễếệ", ("eâ", "eà", "eå", "eã", "eá", "eä"), strict=True)),
    **dict(zip("ìỉĩíị", ("ì", "æ", "ó", "í", "ò"), strict=True)),
    **dict(zip("òỏõóọ", ("oø", "oû", "oõ", "où", "oï"), strict=True)),
    **dict(zip("ôồổỗốộ", ("oâ", "oà", "oå", "oã", "oá", "oä"), strict=True)),
    **dict(zip("ơờởỡớợ", ("ô", "ôø", "ôû", "ôõ", "ôù", "ôï"), strict=True)),
    **dict(zip("ùủũúụ", ("uø", "uû", "uõ", "uù", "uï"), strict=True)),
    **dict(zip("ưừửữứự", ("ö", "öø", "öû", "öõ", "öù", "öï"), strict=True)),
    **dict(zip("ỳỷỹýỵ", ("yø", "yû", "yõ", "yù", "î"), strict=True)),
    "đ": "ñ",
}
_VNI = _VNI_SMALL | {letter.upper(): signs.upper() for letter, signs in _VNI_SMALL.items()}
ALL_LETTERS = "".join(_VNI_SMALL)


def in_tcvn3(text: str) -> str:
    """A capital with a tone is typed small: the code has no sign for it."""
    letters = (c if c in _TCVN3 or c.lower() not in _TCVN3 else c.lower() for c in text)
    return "".join(_TCVN3.get(letter, letter) for letter in normalize("NFC", "".join(letters)))


def in_vni(text: str) -> str:
    return "".join(_VNI.get(letter, letter) for letter in normalize("NFC", text))
