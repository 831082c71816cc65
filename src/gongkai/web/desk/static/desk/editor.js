// 正文编辑器：没有它（或没有脚本）时，正文就是一个普通的文字框。
(() => {
  const base = document.currentScript?.dataset.base ?? document.querySelector('script[data-base]').dataset.base;
  const start = () => {
    if (!window.hugerte) return;
    document.querySelectorAll('textarea[data-editor]').forEach(area => {
      window.hugerte.init({
        target: area, base_url: base, suffix: '.min', language: 'zh_CN', language_url: `${base}/langs/zh_CN.js`,
        height: 560, menubar: false, branding: false, promotion: false, statusbar: true, resize: false, elementpath: false,
        plugins: 'lists table link searchreplace wordcount autolink fullscreen', toolbar_mode: 'wrap',
        toolbar: 'undo redo | blocks | bold underline | alignleft aligncenter alignright | bullist numlist | table link | removeformat searchreplace fullscreen',
        block_formats: '正文=p; 一级标题=h2; 二级标题=h3; 三级标题=h4',
        content_css: [`${base}/../../desk/paper.css`], entity_encoding: 'raw', convert_urls: false, paste_data_images: false, iframe_aria_text: '正文编辑区',
        invalid_elements: 'script,style,iframe,object,embed,form,input', valid_styles: { '*': 'text-align,text-indent' },
        setup: editor => {
          const typed = () => { editor.save(); area.dispatchEvent(new CustomEvent('desk:typed', { bubbles: true })); };
          editor.on('input change undo redo', typed);
          area.form?.addEventListener('desk:restored', () => editor.setContent(area.value));
          area.form?.addEventListener('submit', () => editor.save());
        },
      });
    });
  };
  document.readyState === 'loading' ? addEventListener('DOMContentLoaded', start) : start();
})();
