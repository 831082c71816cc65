"""The WSGI door: baked pages from disk, the rest from Django."""

import os
from wsgiref.headers import Headers

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from whitenoise import WhiteNoise

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "gongkai.web.settings")


def _add_headers(headers: Headers, path: str, url: str) -> None:
    headers["X-Content-Type-Options"] = "nosniff"
    headers["X-Frame-Options"] = "SAMEORIGIN"
    headers["Referrer-Policy"] = "same-origin"


# autorefresh：静态页随时会变，每次都看磁盘；max_age=0：浏览器每次都问一声，刚公开的立即看得到。
# 正式部署时前面的 nginx 直接读这个目录，请求到不了这里。
application = WhiteNoise(
    get_wsgi_application(),
    root=settings.SITE_DIR,
    index_file=True,
    autorefresh=True,
    max_age=0,
    allow_all_origins=False,
    add_headers_function=_add_headers,
    immutable_file_test=r"^/assets/",
)
