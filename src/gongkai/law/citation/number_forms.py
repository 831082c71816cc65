"""The forms in which document numbers are written."""

from gongkai.law.patterns import lazy

_HAN = "\u4e00-\u9fff"
OPEN = "〔﹝［\\[（(【〈{｛"
CLOSE = "〕﹞］\\]）)】〉}｝"
_NUMERAL = "0-9〇零一二三四五六七八九十百千两"
_YEAR = r"(?:1\s?9|2\s?0)\s?\d\s?\d"
_N = rf"[{_NUMERAL}](?:\s{{0,3}}[{_NUMERAL}]){{0,8}}"
_SERIAL = r"(?P<serial>\d(?:\s{0,3}\d){0,6}(?:-\d{1,3})?)"
_S = r"\s{0,9}"  # bounded, so that a row of spaces costs no more than its length
_ENDS = rf"(?={_S}(?:[{CLOSE}，,、；;。：:]|$))"

# 〔2016〕19号；〔2016年〕第19号；（2016〕19号；〔2016 19号；〔86〕97号；〔2016〕19（缺“号”）
_BRACKETED = (
    rf"(?P<open>[{OPEN}]){_S}(?:[{OPEN}]{_S})?(?P<year>{_YEAR}|\d\d(?={_S}[{CLOSE}]))"
    rf"{_S}(?P<of_year>年?){_S}(?P<close>[{CLOSE}]?)(?:{_S}[{CLOSE}])?"
    rf"{_S}(?P<ordinal>第?){_S}{_SERIAL}{_S}(?:(?P<sign>号)(?:{_S}(?P<after>令|[公通]\s{{0,3}}告))?|{_ENDS})"
)
# 2016〕19号
_UNOPENED = (
    rf"(?P<year_u>{_YEAR}){_S}年?{_S}(?P<close_u>[{CLOSE}]){_S}第?{_S}"
    rf"(?P<serial_u>\d(?:\s{{0,3}}\d){{0,6}}){_S}号"
)
# 令第711号；令（第四十一号）；令2013年第5号；公告2018年第2号；公告（第67号）；字第12号
_TYPED = (
    rf"(?P<type>令|[公通]\s{{0,3}}告|字){_S}(?P<type_open>[{OPEN}]?){_S}"
    rf"(?:(?P<type_year>{_YEAR}){_S}年{_S})?(?:[{CLOSE}]{_S})?"
    rf"(?P<type_ordinal>第)?{_S}(?P<type_n>{_N}){_S}(?:(?P<type_sign>号)(?:{_S}(?P<type_close>[{CLOSE}]))?"
    rf"|(?(type_ordinal){_ENDS}|(?!)))"
)
# 第711号令；2013年第5号令；2018年第12号公告
_REVERSED = (
    rf"(?:(?P<reversed_year>{_YEAR}){_S}年{_S})?(?P<reversed_ordinal>第?){_S}(?P<reversed_n>{_N}){_S}号"
    rf"{_S}(?P<reversed_type>令|[公通]\s{{0,3}}告)"
)
# 国家税务总局2018年第12号；国办发2016年19号；国办发2016 19号：没有括号，只在紧跟名称的地方认
_PLAIN = (
    rf"(?P<plain_year>{_YEAR})(?:{_S}(?P<plain_of>年){_S}|\s{{1,9}})(?P<plain_ordinal>第?){_S}"
    rf"(?P<plain_n>\d(?:\s{{0,3}}\d){{0,6}}){_S}号"
)
# 一个字一个字地试这几种写法太慢：先看这个字开不开得了头
_MAY_BEGIN = rf"(?=[{OPEN}{_NUMERAL}\s第令公通字])"
FREE = lazy(rf"{_MAY_BEGIN}(?:{_BRACKETED}|{_UNOPENED}|{_REVERSED}|{_TYPED})")
CLOSE_BY = lazy(rf"{_MAY_BEGIN}(?:{_BRACKETED}|{_UNOPENED}|{_REVERSED}|{_PLAIN}|{_TYPED})")
CODE = lazy(rf"[{_HAN}](?:{_S}[{_HAN}、]){{0,39}}{_S}")
REACH = 80  # a code with its spaces is not longer
