import { describe, expect, test } from 'vitest';
import { guardContents } from './content-guards.ts';
import { FakeContents, preventable } from './fake-electron.ts';

const contents = new FakeContents();
guardContents(contents.as());

function prevented(name: string, details: object): boolean {
  const event = preventable(details);
  contents.emit(name, event);
  return event.defaultPrevented;
}

describe.each(['will-navigate', 'will-redirect'])('%s', (name) => {
  test.each([
    'https://foreign.example/',
    'http://window/',
    'app://other/index.html',
    'app://window.foreign.example/',
    'app://user@window:1/',
    'file:///etc/passwd',
    'data:text/html,x',
    'blob:https://foreign.example/1',
    'javascript:0',
    'about:blank',
    'not a url',
  ])('stops %s', (url) => expect(prevented(name, { url, isMainFrame: true })).toBe(true));
  test('lets our own page reload', () =>
    expect(prevented(name, { url: 'app://window/index.html', isMainFrame: true })).toBe(false));
});

test('no frame goes anywhere, our own address included', () => {
  expect(prevented('will-frame-navigate', { url: 'app://window/index.html', isMainFrame: false })).toBe(true);
  expect(prevented('will-frame-navigate', { url: 'https://foreign.example/', isMainFrame: true })).toBe(true);
  expect(prevented('will-frame-navigate', { url: 'app://window/index.html', isMainFrame: true })).toBe(false);
});

test('no webview, no window', () => {
  expect(prevented('will-attach-webview', {})).toBe(true);
  expect(contents.openHandler?.({ url: 'app://window/index.html' } as Electron.HandlerDetails)).toEqual({
    action: 'deny',
  });
});
