// The form's own fields, and Galley's problems beside each of them.
import { Pictures } from './pictures.mjs';

const { CMS, createClass, h } = window;

const WRAPPED = ['string', 'text', 'select', 'number', 'boolean', 'list', 'object', 'file'];
const LOCAL_TIME = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2})$/;

export function registerFields(checker, settings) {
  for (const name of WRAPPED) CMS.registerWidget(`galley-${name}`, withProblems(CMS.getWidget(name).control, checker));
  CMS.registerWidget('galley-time', withProblems(timeControl(checker, settings), checker));
  CMS.registerWidget('galley-body', withProblems(bodyControl(checker), checker));
  CMS.registerWidget('galley-lead-magnet', withProblems(leadMagnetControl(checker), checker));
  CMS.registerWidget('galley-pictures', withProblems(picturesControl(checker), checker));
}

/** The control with what Galley says of its field below it. An error keeps the entry from being saved. */
function withProblems(Control, checker) {
  return createClass({
    componentDidMount() {
      this.stop = checker.watch(() => this.told());
      checker.schedule(this.props.getEntry);
    },
    /** Decap keeps a field red until the next save; what is solved is solved at once. */
    told() {
      if (this.isRefused && !this.problems().some(({ severity }) => severity === 'error')) {
        this.isRefused = false;
        this.props.clearFieldErrors(this.props.forID);
      }
      this.forceUpdate();
    },
    problems() {
      return checker.problemsOf(this.props.field.get('name'));
    },
    componentDidUpdate(before) {
      if (before.value !== this.props.value) checker.schedule(this.props.getEntry);
    },
    componentWillUnmount() {
      this.stop();
    },
    keep(inner) {
      this.inner = inner?.getWrappedInstance ? inner.getWrappedInstance() : inner;
      if (!this.inner) return;
      // A list or an object checks the fields in it by itself, and knows best when it has changed.
      this.validate = this.inner.validate;
      this.getValidateValue = this.inner.getValidateValue?.bind(this.inner);
      const update = this.inner.shouldComponentUpdate?.bind(this.inner);
      this.shouldComponentUpdate = update;
    },
    isValid() {
      const own = this.inner?.isValid?.() ?? true;
      if (own !== true && own?.error !== false) return own;
      const errors = checker.errorsOf(this.props.field.get('name'), this.props.getEntry);
      this.isRefused = errors.length > 0;
      // The words stand below the control; the list above it would print them a second time.
      return errors.length === 0 ? true : { error: { type: 'CUSTOM', parentIds: this.props.parentIds, message: '' } };
    },
    focus(path) {
      if (this.inner?.focus) this.inner.focus(path);
      else document.getElementById(this.props.forID)?.focus();
    },
    render() {
      return h('div', { className: 'galley-field' },
        h(Control, { ...this.props, ref: this.keep }),
        h(Problems, { problems: this.problems() }));
    },
  });
}

function Problems({ problems }) {
  return h('ul', { className: 'galley-problems', 'aria-live': 'polite' }, problems.map(({ severity, code, message, help }) =>
    h('li', { key: code + message, className: `galley-${severity}` },
      h('strong', null, `${severity} ${code}`), ' ', words(message), ' ', h('span', null, words(help)))));
}

/** What stands between backticks is to be typed as it is. */
function words(text) {
  return text.split('`').map((part, at) => at % 2 === 1 ? h('code', { key: at }, part) : part);
}

function timeControl(checker, settings) {
  return createClass({
    componentDidMount() { this.stop = checker.watch(() => this.forceUpdate()); },
    componentWillUnmount() { this.stop(); },
    render() {
      const { forID, value, onChange, classNameWrapper, setActiveStyle, setInactiveStyle } = this.props;
      const local = LOCAL_TIME.exec(value ?? '');
      const isLocal = !value || local;
      const { next_free: free, why_free: why, when } = checker.report ?? {};
      return h('div', null,
        h('input', {
          id: forID, className: classNameWrapper, onFocus: setActiveStyle, onBlur: setInactiveStyle,
          type: isLocal ? 'datetime-local' : 'text',
          value: local ? `${local[1]}T${local[2]}` : value ?? '',
          onChange: event => onChange(isLocal ? event.target.value.replace('T', ' ').slice(0, 16) : event.target.value),
        }),
        h('p', { className: 'galley-beside' }, when ? `${when}.` : `In the time zone ${settings.time_zone}.`,
          free && free !== value && h('button', { type: 'button', title: why, onClick: () => onChange(free) }, `Use the next free time, ${free}`)));
    },
  });
}

function bodyControl(checker) {
  return createClass({
    componentDidMount() { this.stop = checker.watch(() => this.forceUpdate()); },
    componentWillUnmount() { this.stop(); },
    render() {
      const { forID, value, onChange, classNameWrapper, setActiveStyle, setInactiveStyle } = this.props;
      const { length, limit } = checker.report ?? {};
      const number = new Intl.NumberFormat('en');
      const lines = String(value ?? '').split('\n').length;
      return h('div', null,
        h('textarea', {
          id: forID, className: classNameWrapper, onFocus: setActiveStyle, onBlur: setInactiveStyle, spellCheck: true,
          rows: Math.min(40, Math.max(10, lines + 2)), value: value ?? '', onChange: event => onChange(event.target.value),
        }),
        typeof length === 'number' && h('p', { className: length > limit ? 'galley-beside galley-over' : 'galley-beside' },
          `${number.format(length)} of ${number.format(limit)} characters, as LinkedIn counts them`));
    },
  });
}

function leadMagnetControl(checker) {
  return createClass({
    getInitialState: () => ({ magnets: [] }),
    componentDidMount() {
      this.isThere = true;
      checker.leadMagnets().then(magnets => this.isThere && this.setState({ magnets }), () => undefined);
    },
    componentWillUnmount() { this.isThere = false; },
    render() {
      const { forID, value, onChange, classNameWrapper, setActiveStyle, setInactiveStyle } = this.props;
      const { magnets } = this.state;
      const id = value?.get?.('id');
      const isKnown = !value || magnets.some(({ key }) => key === value);
      return h('select', {
        id: forID, className: classNameWrapper, onFocus: setActiveStyle, onBlur: setInactiveStyle,
        value: id ? `id ${id}` : value ?? '', onChange: event => onChange(event.target.value),
      },
        h('option', { value: '' }, 'None'),
        id && h('option', { value: `id ${id}`, disabled: true }, `Made elsewhere: ${id}`),
        !id && !isKnown && h('option', { value }, `${value} (not among this client’s lead magnets)`),
        magnets.map(({ key, keyword, name }) => h('option', { key, value: key }, `${keyword} · ${name}`)));
    },
  });
}

/** A picture is a name, or an object with a file or a URL and perhaps a description; each keeps its form. */
function picturesControl(checker) {
  return createClass({
    getInitialState() {
      this.pictures = new Pictures(checker, () => this.forceUpdate());
      return { controlID: `galley-pictures-${Math.random().toString(36).slice(2)}` };
    },
    componentDidUpdate() {
      const { mediaPaths, onRemoveInsertedMedia } = this.props;
      const chosen = mediaPaths.get(this.state.controlID);
      if (!chosen) return;
      onRemoveInsertedMedia(this.state.controlID);
      const paths = Array.isArray(chosen) ? chosen : chosen.toJS?.() ?? [chosen];
      this.change([...this.items(), ...paths.map(path => path.split('/').at(-1))]);
    },
    componentWillUnmount() {
      this.pictures.stop();
      this.props.onRemoveMediaControl(this.state.controlID);
    },
    shouldComponentUpdate(next, state) {
      return next.value !== this.props.value || next.getAsset !== this.props.getAsset || state !== this.state
        || next.mediaPaths.get(this.state.controlID) !== undefined;
    },
    items() {
      return this.props.value?.toJS?.() ?? this.props.value ?? [];
    },
    change(items) {
      this.props.onChange(items);
    },
    choose() {
      const { field, onOpenMediaLibrary } = this.props;
      onOpenMediaLibrary({ controlID: this.state.controlID, forImage: true, allowMultiple: true, field });
    },
    move(from, by) {
      const items = this.items();
      items.splice(from + by, 0, ...items.splice(from, 1));
      this.change(items);
    },
    describe(at, text) {
      const items = this.items();
      const item = typeof items[at] === 'string' ? { file: items[at] } : items[at];
      const { alt, ...rest } = item;
      items[at] = text ? { ...rest, alt: text } : Object.keys(rest).join() === 'file' ? rest.file : rest;
      this.change(items);
    },
    row(item, at, items) {
      const { getAsset, field, forID } = this.props;
      const name = typeof item === 'string' ? item : item.file ?? item.url;
      const isFile = typeof item === 'string' || item.file;
      return h('li', { key: `${name} ${at}` },
        isFile && h('img', { src: this.pictures.source(name, getAsset(name, field)), alt: '' }),
        h('span', { className: 'galley-name' }, name),
        field.get('has_alt') && isFile && h('label', null, 'Description for people who can’t see it',
          h('input', { type: 'text', value: item.alt ?? '', onChange: event => this.describe(at, event.target.value) })),
        h('span', { className: 'galley-buttons' },
          h('button', { type: 'button', disabled: at === 0, onClick: () => this.move(at, -1), 'aria-label': `Move ${name} up` }, '↑'),
          h('button', { type: 'button', disabled: at === items.length - 1, onClick: () => this.move(at, 1), 'aria-label': `Move ${name} down` }, '↓'),
          h('button', { type: 'button', onClick: () => this.change(items.filter((_, other) => other !== at)), 'aria-label': `Take out ${name}` }, 'Take out')));
    },
    render() {
      const { forID, classNameWrapper } = this.props;
      const items = this.items();
      const add = items.length === 0 ? 'Add pictures' : 'Add more pictures';
      return h('div', { className: `${classNameWrapper} galley-pictures` },
        h('ol', null, items.map((item, at) => this.row(item, at, items))),
        h('button', { id: forID, type: 'button', onClick: () => this.choose(), 'aria-label': add }, add));
    },
  });
}
