// The card beside the form, as `galley preview` shows it: Galley writes it, the page puts the pictures in.
import { Pictures } from './pictures.mjs';

const { CMS, createClass, h } = window;

const MEDIA = 'galley-media:';

export function registerPreview(checker, settings) {
  const Card = createClass({
    componentDidMount() {
      this.pictures = new Pictures(checker, () => this.showPictures());
      this.stop = checker.watch(() => this.forceUpdate());
      checker.schedule(() => this.props.entry);
      this.props.document.defaultView.frameElement.title = 'Preview';
      this.showPictures();
    },
    componentDidUpdate() { this.showPictures(); },
    componentWillUnmount() {
      this.pictures.stop();
      this.stop();
    },
    /** A picture that was just uploaded is known to the form alone. */
    showPictures() {
      const { document, getAsset, fields } = this.props;
      const field = fields.find(candidate => candidate.get('name') === 'images');
      for (const picture of document?.querySelectorAll(`img[src^="${MEDIA}"]`) ?? []) {
        const path = picture.getAttribute('src').slice(MEDIA.length);
        const name = path.split('/').at(-1);
        const source = this.pictures.source(name, getAsset(name, field));
        if (source) picture.src = source;
      }
    },
    render() {
      const { report, failure, style, device } = checker;
      if (!report) return h('p', { className: 'galley-wait' }, failure ?? 'Galley is getting ready …');
      const code = report.approval_code ? `Code ${report.code} · approval code ${report.approval_code}` : null;
      return h('main', null,
        h('style', null, style),
        h('h2', { style: { fontSize: '1rem', margin: '0 0 0.5rem' } }, 'How LinkedIn will show it'),
        typeof report.length === 'number' && h('div', { dangerouslySetInnerHTML: { __html: device } }),
        typeof report.length === 'number' && h('p', { className: 'quiet' },
          report.when ? `Its time is ${report.when}.` : 'It has no time yet.', code && ` ${code}`),
        report.card
          ? h('div', { dangerouslySetInnerHTML: { __html: report.card } })
          : h('p', null, 'There is nothing to show until the problems in the form are solved.'));
    },
  });
  for (const name of Object.keys(settings.collections)) CMS.registerPreviewTemplate(name, Card);
}
