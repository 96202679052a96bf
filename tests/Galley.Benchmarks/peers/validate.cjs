// Reads the front matter of every .md file below DIR/clients and judges that of posts by schemas/post.schema.json.
// node validate.cjs gray-matter|yaml DIR SCHEMA
const fs = require('fs');
const path = require('path');
const Ajv = require('ajv');

const [, , parser, dir, schema] = process.argv;
const judge = new Ajv({ allErrors: true, strict: false }).compile(JSON.parse(fs.readFileSync(schema, 'utf8')));
const parse = { 'gray-matter': withGrayMatter, yaml: withYaml }[parser]();
let files = 0;
let wrong = 0;

function withGrayMatter() {
  const matter = require('gray-matter');
  const yaml = require('js-yaml');
  // Times stay text, as in YAML 1.2.
  const options = { engines: { yaml: text => yaml.load(text, { schema: yaml.CORE_SCHEMA }) } };
  return text => matter(text, options).data;
}

function withYaml() {
  const { parseDocument, LineCounter } = require('yaml');
  return text => {
    const end = text.indexOf('\n---', 4);
    return parseDocument(text.slice(4, end), { lineCounter: new LineCounter() }).toJS();
  };
}

function walk(folder, isPost) {
  for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) walk(file, isPost || entry.name === 'posts');
    else if (entry.name.endsWith('.md')) {
      const data = parse(fs.readFileSync(file, 'utf8'));
      files++;
      if (isPost && !judge(data)) wrong++;
    }
  }
}

walk(path.join(dir, 'clients'), false);
console.log(`${files} files, ${wrong} wrong`);
