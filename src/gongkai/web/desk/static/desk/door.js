// 登录页：把光标放到第一个没填的栏里。
(() => { [...document.querySelectorAll('.door input.form-control')].find(i => !i.value)?.focus(); })();
