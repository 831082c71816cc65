// 工作台的少量交互：菜单、收起、快捷键、留住没保存的内容。没有它，页面仍可读可办。
(() => {
  const $ = (s, r = document) => r.querySelector(s), $$ = (s, r = document) => [...r.querySelectorAll(s)];
  const read = key => { try { return localStorage.getItem(key); } catch { return null; } };
  const write = (key, value) => { try { value === null ? localStorage.removeItem(key) : localStorage.setItem(key, value); } catch { /* 不保存也能用 */ } };

  $('.menu-button')?.addEventListener('click', e => {
    const open = $('.side').classList.toggle('open');
    e.currentTarget.setAttribute('aria-expanded', open);
  });

  // 灰色按钮：说明原因，不送出
  addEventListener('submit', e => {
    const button = e.submitter ?? $('button', e.target);
    if (button?.getAttribute('aria-disabled') !== 'true') return;
    e.preventDefault();
    const why = document.getElementById(button.getAttribute('aria-describedby'));
    if (why) { why.setAttribute('role', 'alert'); why.classList.add('red'); why.scrollIntoView({ block: 'nearest' }); }
    $('.findings > li.must a')?.focus();
  });

  // 栏目树：收起、展开
  $$('[data-twist]').forEach(b => {
    b.hidden = false;
    b.addEventListener('click', () => {
      const open = b.getAttribute('aria-expanded') !== 'true', code = b.dataset.twist;
      b.setAttribute('aria-expanded', open); b.textContent = open ? '▾' : '▸';
      $$('[data-under]').filter(r => r.dataset.under.split(' ').includes(code)).forEach(r => {
        const closed = r.dataset.under.split(' ').some(c => $(`[data-twist="${c}"]`)?.getAttribute('aria-expanded') === 'false');
        r.hidden = closed;
      });
    });
  });

  // 边输入边筛栏目
  $$('[data-sift]').forEach(input => input.addEventListener('input', () => {
    const words = input.value.trim().split(/\s+/).filter(Boolean), all = $(input.dataset.sift);
    $$('[data-words]', all).forEach(li => { li.hidden = !words.every(w => li.dataset.words.includes(w)); });
    $$('[data-group]', all).forEach(g => { g.hidden = !$$('[data-words]', g).some(li => !li.hidden); });
  }));

  // 文件栏：浏览器自带的字样随浏览器的语言，这里换成中文
  $$('input[type=file]').forEach(input => {
    const pick = document.createElement('span'); pick.className = 'pick-file';
    const words = () => [...input.files].map(f => f.name).join('、') || (input.multiple ? '还没有选择文件，可以一次选几个' : '还没有选择文件');
    pick.innerHTML = '<span class="btn btn-sm btn-plain" aria-hidden="true">选择文件</span><span class="small ink2" aria-hidden="true"></span>';
    const show = () => { pick.lastChild.textContent = words(); };
    input.before(pick); pick.prepend(input); input.classList.remove('form-control', 'w-auto'); input.addEventListener('change', show); show();
    pick.addEventListener('click', e => { if (e.target !== input) input.click(); });
  });

  // 拖放文件：放进同一处的文件栏，选了就读
  $$('[data-drop]').forEach(zone => {
    const file = $('input[type=file]', zone);
    ['dragover', 'dragenter'].forEach(n => zone.addEventListener(n, e => { e.preventDefault(); zone.classList.add('at'); }));
    ['dragleave', 'drop'].forEach(n => zone.addEventListener(n, () => zone.classList.remove('at')));
    zone.addEventListener('drop', e => { e.preventDefault(); if (e.dataTransfer.files.length) { file.files = e.dataTransfer.files; file.dispatchEvent(new Event('change', { bubbles: true })); $('button', zone)?.focus(); } });
  });

  // 留住没保存的内容：按人、按表单存在这台电脑上；保存成功后下一页清掉
  const mine = `desk:${document.body.dataset.person}:`;
  $$('form[data-keep]').forEach(form => {
    const key = mine + form.dataset.keep;
    const fields = () => $$('input[name], textarea[name], select[name]', form)
      .filter(f => !['file', 'hidden', 'password'].includes(f.type) && f.name !== 'csrfmiddlewaretoken');
    const begun = JSON.stringify(fields().map(f => f.value));
    const kept = JSON.parse(read(key) ?? 'null');
    const offer = () => {
      const note = document.createElement('div');
      note.className = 'note dash'; note.setAttribute('role', 'status');
      note.innerHTML = '<p>这里有一份上次没有保存的内容。</p><span class="acts"></span>';
      $('p', note).append(`（${kept.at}）`);
      const button = (word, act) => {
        const b = document.createElement('button'); b.type = 'button'; b.className = 'btn btn-sm btn-plain'; b.textContent = word;
        b.addEventListener('click', () => { act(); note.remove(); }); $('.acts', note).append(b);
      };
      button('恢复它', () => {
        fields().forEach(f => { if (f.name in kept.values) f.value = kept.values[f.name]; });
        form.dispatchEvent(new CustomEvent('desk:restored', { bubbles: true }));
      });
      button('丢弃它', () => write(key, null));
      form.before(note);
    };
    if (kept && !('keepFresh' in form.dataset)) {
      const now = Object.fromEntries(fields().map(f => [f.name, f.value]));
      Object.entries(kept.values).some(([n, v]) => n in now && now[n] !== v) ? offer() : write(key, null);
    }
    let timer;
    const keep = () => { clearTimeout(timer); timer = setTimeout(() => {
      if (JSON.stringify(fields().map(f => f.value)) === begun && !kept) return;
      const at = new Date().toLocaleString('zh-CN', { hour12: false });
      write(key, JSON.stringify({ at, values: Object.fromEntries(fields().map(f => [f.name, f.value])) }));
    }, 400); };
    form.addEventListener('input', keep); form.addEventListener('change', keep); form.addEventListener('desk:typed', keep);
    form.addEventListener('submit', e => { if (e.submitter?.value !== 'read') write('desk:sent', key); });
  });
  // 送出以后到了别的页面，就是存好了
  const sent = read('desk:sent');
  if (sent) {
    const again = $$('form[data-keep]').some(f => mine + f.dataset.keep === sent);
    if (!again && !$('[role=alert]')) write(sent, null);
    write('desk:sent', null);
  }
  $('.leave')?.addEventListener('submit', () => {
    try { Object.keys(localStorage).filter(k => k.startsWith(mine)).forEach(k => localStorage.removeItem(k)); } catch { /* 无妨 */ }
  });

  // 快捷键
  const help = $('#keys'), button = $('.help-button'), sw = $('#keys-on');
  const on = () => read('desk:keys') !== 'off';
  if (button) { button.hidden = false; button.addEventListener('click', () => help.showModal()); }
  if (sw) { sw.checked = on(); sw.addEventListener('change', () => write('desk:keys', sw.checked ? 'on' : 'off')); }
  const rows = () => $$('.lines > li, tr[data-row], .findings > li').filter(r => r.offsetParent);
  const move = d => {
    const all = rows(); if (!all.length) return;
    const i = Math.max(0, Math.min(all.length - 1, all.findIndex(r => r.classList.contains('at')) + d));
    all.forEach(r => r.classList.remove('at')); all[i].classList.add('at');
    $('a, button', all[i])?.focus({ preventScroll: true }); all[i].scrollIntoView({ block: 'nearest' });
  };
  const where = document.body.dataset;
  let g = false;
  addEventListener('keydown', e => {
    if (e.ctrlKey || e.metaKey || e.altKey) return;
    if (e.target.matches('input, textarea, select, [contenteditable]') || help?.open || !on()) return;
    const go = { t: where.keysToday, d: where.keysDuties, r: where.keysReview, c: where.keysColumns }[e.key];
    if (g && go) { location.href = go; return; }
    g = e.key === 'g';
    if (e.key === '/') { e.preventDefault(); $('.top input[type=search]')?.focus(); }
    else if (e.key === '?') help?.showModal();
    else if (e.key === 'n') location.href = where.keysNew;
    else if (e.key === '[') $('[rel=prev]')?.click(); else if (e.key === ']') $('[rel=next]')?.click();
    else if (e.key === 'j') move(1); else if (e.key === 'k') move(-1);
  });
})();
