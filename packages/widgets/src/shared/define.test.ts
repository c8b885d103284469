import { expect } from '@open-wc/testing';
import { define } from './define.js';

it('leaves the first definition where a page carries a widget twice', () => {
  class First extends HTMLElement {}
  class Second extends HTMLElement {}
  define('guichet-twice', First);
  define('guichet-twice', Second);
  expect(customElements.get('guichet-twice')).to.equal(First);
});
