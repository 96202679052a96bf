// Puts Galley into the editor: its file format, its fields, its checks and its preview.
import * as yaml from '../yaml/index.js';
import { Checker } from './checker.mjs';
import { registerFields } from './fields.mjs';
import { createFormat } from './format.mjs';
import { Files } from './files.mjs';
import { registerPreview } from './preview.mjs';

const { CMS } = window;
const settings = JSON.parse(document.body.dataset.galley);
const formats = Object.fromEntries(Object.entries(settings.formats)
  .map(([name, { ending, schema_line }]) => [name, createFormat(yaml, ending, schema_line)]));

for (const [name, { ending }] of Object.entries(settings.formats)) {
  CMS.registerCustomFormat(name, ending, formats[name]);
}

const files = new Files(CMS.getBackend(settings.backend), settings);
const checker = new Checker(settings, formats, files);
registerFields(checker, settings);
registerPreview(checker, settings);

CMS.registerEventListener({
  name: 'preSave',
  handler: ({ entry }) => checker.beforeSave(entry),
});
CMS.registerEventListener({ name: 'postSave', handler: () => checker.afterSave() });
CMS.registerEventListener({ name: 'postPublish', handler: () => checker.afterPublish() });
CMS.init();

// Decap's lists have landmarks and headings of their own; its form has none.
const root = document.getElementById('nc-root');
function nameTheForm() {
  const isForm = /\/(new|entries\/.+)$/.test(location.hash);
  for (const [name, value] of [['role', 'region'], ['aria-label', 'Form']]) {
    if (isForm) root.setAttribute(name, value);
    else root.removeAttribute(name);
  }
}
function makeHeading() {
  const title = root.querySelector('[class*="BackCollection"]:not([role])');
  title?.setAttribute('role', 'heading');
  title?.setAttribute('aria-level', '1');
}
new MutationObserver(makeHeading).observe(root, { childList: true, subtree: true });
addEventListener('hashchange', nameTheForm);
nameTheForm();

// Only now: the form's own parts come first.
checker.start();
