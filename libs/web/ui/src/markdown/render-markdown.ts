import DOMPurify from 'dompurify';
import { marked } from 'marked';

const ALLOWED =
  `a b blockquote br code del em h1 h2 h3 h4 h5 h6 hr i img input li ol p pre s span strong sub sup table tbody td th
  thead tr ul`.split(/\s+/);

/** Markdown (GFM) as HTML that may be shown: no scripts, styles, forms or frames; links open outside. */
export function renderMarkdown(text: string): string {
  const html = marked.parse(text, { async: false, gfm: true, breaks: true });
  const clean = DOMPurify.sanitize(html, {
    ALLOWED_TAGS: ALLOWED,
    ALLOWED_ATTR: ['href', 'src', 'alt', 'title', 'type', 'checked', 'disabled', 'align', 'start'],
    ALLOWED_URI_REGEXP: /^(?:https?:|mailto:|data:image\/|[^a-z]|[a-z+.-]+(?:[^a-z+.\-:]|$))/i,
  });
  return clean
    .replace(/<a /g, '<a target="_blank" rel="noopener noreferrer" ')
    .replace(
      /<input ([^>]*)>/g,
      (_box, rest: string) => `<input aria-label="${rest.includes('checked') ? 'Done' : 'Not done'}" ${rest}>`,
    );
}
