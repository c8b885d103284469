/** Markup whose values are texts; what was made by it, and lists of that, go in as they are. */
const entities = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escape = (text) => String(text).replace(/[&<>"']/g, (one) => entities[one]);

function put(value) {
  if (Array.isArray(value)) return value.map(put).join('');
  return value?.markup ?? escape(value ?? '');
}

export function html(strings, ...values) {
  return { markup: strings.map((text, i) => text + (i < values.length ? put(values[i]) : '')).join('') };
}
