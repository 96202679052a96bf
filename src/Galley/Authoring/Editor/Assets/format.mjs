// A content file as an entry of the form, and back. The entry keeps the file's own text, and writing it touches only the
// top-level fields that changed: comments, quotes, line ends and what the form does not know stay as they are.

/** The field of an entry that holds the file's own text. */
export const SOURCE = 'galley_source';
/** The field of an entry that says why its file can't be edited here. */
export const BROKEN = 'galley_broken';
/** The field of a new entry that names its file. */
export const KEY = 'galley_key';
/** `document`, or `text` for a Markdown file without fields: the text of another file. */
const FILE = 'galley_file';

const OWN = [SOURCE, BROKEN, KEY, FILE];

/**
 * @param yaml The npm package `yaml`.
 * @param ending `md` or `yaml`.
 * @param schemaLine The first line of a new file's fields; null for none.
 */
export function createFormat(yaml, ending, schemaLine) {
  return {
    fromFile: text => read(yaml, ending, text),
    toFile: (data, order = []) => SOURCE in data ? rewrite(yaml, ending, data, order) : create(yaml, ending, data, order, schemaLine),
  };
}

function read(yaml, ending, text) {
  const file = open(yaml, ending, text);
  const own = { [SOURCE]: text, [FILE]: file.isText ? 'text' : 'document' };
  return file.broken ? { ...own, [BROKEN]: file.broken } : { ...valuesOf(file), ...own };
}

function create(yaml, ending, data, order, schemaLine) {
  const keys = Object.keys(data).filter(key => !OWN.includes(key) && isFilled(data[key]));
  const isFieldOf = key => ending === 'yaml' || key !== 'body';
  const fields = sorted(keys.filter(isFieldOf), order).map(key => write(yaml, undefined, key, data[key]));
  const lines = [...schemaLine ? [schemaLine] : [], ...fields].map(field => `${field}\n`).join('');
  return ending === 'yaml' ? lines : `---\n${lines}---\n${(data.body ?? '').trimEnd()}\n`;
}

function rewrite(yaml, ending, data, order) {
  const source = data[SOURCE];
  const file = open(yaml, ending, source);
  const before = file.broken ? {} : valuesOf(file);
  const changed = [...new Set([...Object.keys(before), ...Object.keys(data)])]
    .filter(key => !OWN.includes(key) && !isSame(before[key], data[key]));
  if (changed.length === 0) return source;
  if (file.broken) throw new Error(file.broken);

  const lineEnd = source.includes('\r\n') ? '\r\n' : '\n';
  const edits = sorted(changed, order).map(key => key === 'body' && ending === 'md'
    ? editBody(file, data.body ?? '')
    : editField(yaml, file, key, data[key], order));
  return edits
    .sort((one, other) => other.from - one.from || (other.place ?? Infinity) - (one.place ?? 0))
    .reduce((text, edit) => text.slice(0, edit.from) + edit.text.replaceAll('\n', lineEnd) + text.slice(edit.to), source);
}

// ---- Reading

/** The parts of a file: where its fields and its body are, and its fields as nodes with their places. */
function open(yaml, ending, text) {
  const parts = ending === 'yaml' ? { from: text.startsWith('\uFEFF') ? 1 : 0, to: text.length } : frontMatter(text);
  if (!parts) return { broken: 'This file does not begin with fields between two lines of ---.', isText: true };
  const document = yaml.parseDocument(text.slice(parts.from, parts.to), { version: '1.2', schema: 'core', prettyErrors: false });
  const root = document.contents;
  const fault = document.errors[0];
  if (fault) return { broken: `This file has a mistake in its fields, near line ${lineOf(text, parts.from + fault.pos[0])}.` };
  if (root !== null && !(yaml.isMap(root) && !root.flow && root.items.every(pair => yaml.isScalar(pair.key)))) {
    return { broken: 'The fields of this file do not stand on lines of their own.' };
  }
  if (hasAlias(yaml, document)) return { broken: 'This file uses an anchor or a tag, which Galley does not read.' };
  return { ...parts, yaml, text, pairs: root?.items ?? [] };
}

function frontMatter(text) {
  const first = lineAt(text, text.startsWith('\uFEFF') ? 1 : 0);
  if (first.text.trimEnd() !== '---') return null;
  for (let at = first.next; at < text.length;) {
    const line = lineAt(text, at);
    if (line.text.trimEnd() === '---') return { from: first.next, to: at, body: line.next };
    at = line.next;
  }
  return null;
}

function lineAt(text, start) {
  const end = text.indexOf('\n', start);
  return end < 0 ? { text: text.slice(start), next: text.length } : { text: text.slice(start, end), next: end + 1 };
}

function lineOf(text, offset) {
  return text.slice(0, offset).split('\n').length;
}

function hasAlias(yaml, document) {
  let found = false;
  const note = node => { found ||= yaml.isAlias(node) || Boolean(node?.anchor || node?.tag && !node.tag.startsWith('tag:yaml.org')); };
  yaml.visit(document, { Node: (_, node) => note(node), Alias: (_, node) => note(node) });
  return found;
}

function valuesOf(file) {
  const values = Object.fromEntries(file.pairs.map(pair => [String(pair.key.value), valueOf(file.yaml, pair.value)]));
  return file.body === undefined ? values : { ...values, body: bodyOf(file).text };
}

/** A number that would not be written as it stands, such as 12E4 or 0012, is a text: nobody means the number. */
function valueOf(yaml, node) {
  if (yaml.isMap(node)) return Object.fromEntries(node.items.map(pair => [String(pair.key?.value ?? pair.key), valueOf(yaml, pair.value)]));
  if (yaml.isSeq(node)) return node.items.map(item => valueOf(yaml, item));
  const value = node?.value ?? null;
  return (typeof value === 'number' || typeof value === 'bigint') && String(value) !== node.source ? node.source : value;
}

/** The text below the front matter without the blank lines at both ends, and where it stands. */
function bodyOf(file) {
  const rest = file.text.slice(file.body);
  const lead = /^(?:[^\S\n]*\n)*/.exec(rest)[0].length;
  const text = rest.slice(lead).trimEnd();
  return { from: file.body + lead, to: file.body + lead + text.length, text: text.replaceAll('\r\n', '\n') };
}

// ---- Comparing

/** The form leaves what is empty as '', null, [] or {}; in a file all of these say nothing. */
function isFilled(value) {
  return value !== undefined && value !== null && value !== ''
    && (typeof value !== 'object' || Object.values(value).some(isFilled));
}

function isSame(one, other) {
  if (!isFilled(one) || !isFilled(other)) return isFilled(one) === isFilled(other);
  if (typeof one !== 'object' || typeof other !== 'object') return one === other;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  if (Array.isArray(one)) return one.length === other.length && one.every((item, index) => isSame(item, other[index]));
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].every(key => isSame(one[key], other[key]));
}

function sorted(keys, order) {
  const rank = key => order.includes(key) ? order.indexOf(key) : order.length;
  return [...keys].sort((one, other) => rank(one) - rank(other));
}

// ---- Writing

function editBody(file, text) {
  const old = bodyOf(file);
  if (old.text !== '') return sharedEnds(file.text.slice(old.from, old.to), text, old.from);
  return { from: file.body, to: file.text.length, text: `${file.text[file.body - 1] === '\n' ? '' : '\n'}${text}\n` };
}

/** The edit without the lines that both texts begin and end with: they keep their own line ends. */
function sharedEnds(before, after, offset) {
  const [old, now] = [before.split('\n'), after.split('\n')];
  const bare = line => line.replace(/\r$/, '');
  const most = Math.min(old.length, now.length) - 1;
  let head = 0, tail = 0;
  while (head < most && bare(old[head]) === now[head]) head++;
  while (tail < most - head && bare(old.at(-1 - tail)) === now.at(-1 - tail)) tail++;
  const from = offset + old.slice(0, head).reduce((sum, line) => sum + line.length + 1, 0);
  const to = offset + before.length - old.slice(old.length - tail).reduce((sum, line) => sum + line.length + 1, 0);
  const end = before.slice(0, to - offset).endsWith('\r') ? to - 1 : to;
  return { from, to: end, text: now.slice(head, now.length - tail).join('\n') };
}

function editField(yaml, file, key, value, order) {
  const pair = file.pairs.find(pair => String(pair.key.value) === key);
  if (!pair) return addField(yaml, file, key, value, order);
  const region = regionOf(file, pair);
  if (!isFilled(value)) return { from: region.from, to: lineAt(file.text, region.to).next, text: '' };
  return isShort(yaml, pair.value) && !isLong(value) ? replaceValue(yaml, file, pair, value) : replacePair(yaml, file, pair, key, value, region);
}

/** From the key to the last character of the value. */
function regionOf(file, pair) {
  const from = file.from + pair.key.range[0];
  const end = file.from + (pair.value?.range?.[1] ?? pair.key.range[1] + 1);
  const used = file.text.slice(from, end).trimEnd().length;
  return { from, to: Math.max(from + used, file.text.indexOf(':', file.from + pair.key.range[1]) + 1) };
}

/** What follows the value on its line, such as a comment, stays. */
function replaceValue(yaml, file, pair, value) {
  const text = write(yaml, pair.value?.type, 'x', value).slice('x: '.length);
  const [from, to] = pair.value.range.map(offset => file.from + offset);
  const colon = file.text.indexOf(':', file.from + pair.key.range[1]) + 1;
  return to > from ? { from, to, text } : { from: colon, to: colon, text: ` ${text}` };
}

function replacePair(yaml, file, pair, key, value, region) {
  const document = new yaml.Document({}, { schema: 'core' });
  const node = put(yaml, document, pair.value, value);
  // It stands outside the region, and stays there.
  node.comment = undefined;
  document.contents.items.push(new yaml.Pair(document.createNode(key), node));
  const indent = ' '.repeat(region.from - Math.max(file.from, file.text.lastIndexOf('\n', region.from - 1) + 1));
  const [first, ...rest] = print(document).split('\n');
  const comment = rest.length > 0 ? /^[^\S\n]*#[^\r\n]*/.exec(file.text.slice(region.to))?.[0] ?? '' : '';
  return { from: region.from, to: region.to + comment.length, text: [first + comment, ...rest.map(line => line && indent + line)].join('\n') };
}

function addField(yaml, file, key, value, order) {
  const text = write(yaml, undefined, key, value);
  const rank = order.indexOf(key);
  const before = file.pairs.filter(pair => rank < 0 || order.indexOf(String(pair.key.value)) < rank).at(-1);
  const place = rank < 0 ? order.length : rank;
  if (before) {
    const end = lineAt(file.text, regionOf(file, before).to);
    const isLast = !file.text.slice(0, end.next).endsWith('\n');
    return { from: end.next, to: end.next, text: isLast ? `\n${text}` : `${text}\n`, place };
  }
  const at = file.pairs.length > 0 ? file.from + file.pairs[0].key.range[0] : file.to;
  return { from: at, to: at, text: `${text}\n`, place };
}

/** The old node with the new value: what is equal keeps its comments and its form. */
function put(yaml, document, node, value) {
  if (yaml.isMap(node) && isObject(value)) return putMap(yaml, document, node, value);
  if (yaml.isSeq(node) && Array.isArray(value)) return putList(yaml, document, node, value);
  if (!yaml.isScalar(node) || typeof value === 'object') return document.createNode(filled(value));
  const isBlock = node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED';
  const ends = isBlock && String(node.value).endsWith('\n') && !String(value).endsWith('\n');
  const scalar = new yaml.Scalar(ends ? `${value}\n` : value);
  scalar.type = isBlock || !isLong(value) ? node.type : undefined;
  return Object.assign(scalar, { comment: node.comment, commentBefore: node.commentBefore });
}

function putMap(yaml, document, node, value) {
  for (const pair of [...node.items]) {
    const key = String(pair.key.value);
    const old = valueOf(yaml, pair.value);
    if (isSame(old, value[key])) continue;
    if (isFilled(value[key])) pair.value = put(yaml, document, pair.value, value[key]);
    else node.items.splice(node.items.indexOf(pair), 1);
  }
  const known = node.items.map(pair => String(pair.key.value));
  for (const key of Object.keys(value).filter(key => !known.includes(key) && isFilled(value[key]))) {
    node.items.push(new yaml.Pair(document.createNode(key), document.createNode(filled(value[key]))));
  }
  return node;
}

function putList(yaml, document, node, value) {
  const left = [...node.items];
  const wanted = value.filter(isFilled);
  const found = wanted.map(item => {
    const at = left.findIndex(old => isSame(valueOf(yaml, old), item));
    return at < 0 ? undefined : left.splice(at, 1)[0];
  });
  node.items = wanted.map((item, index) => found[index] ?? put(yaml, document, left.shift(), item));
  return node;
}

function filled(value) {
  if (Array.isArray(value)) return value.filter(isFilled).map(filled);
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).filter(([, item]) => isFilled(item)).map(([key, item]) => [key, filled(item)]));
}

function isObject(value) {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isLong(value) {
  return typeof value === 'object' || String(value).includes('\n');
}

/** A scalar on one line. */
function isShort(yaml, node) {
  return node === null || yaml.isScalar(node) && !['BLOCK_LITERAL', 'BLOCK_FOLDED'].includes(node.type) && !isLong(node.source ?? '');
}

/** `key: value` without the last line end. */
function write(yaml, type, key, value) {
  const document = new yaml.Document({}, { schema: 'core' });
  const node = document.createNode(filled(value));
  if (type && yaml.isScalar(node)) node.type = type;
  document.contents.items.push(new yaml.Pair(document.createNode(key), node));
  return print(document);
}

function print(document) {
  return document.toString({ lineWidth: 0, flowCollectionPadding: false }).trimEnd();
}
