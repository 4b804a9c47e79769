import { expect, it } from 'vitest';
import { passOn, refuse, UndeclaredFailure, type Handler } from './handler.ts';

it('passes on what the command declares, with its data checked', () => {
  const raw = { code: 'page.tooLarge', data: { maxBytes: 5 } };
  expect(passOn('page.add', raw)).toEqual({ ok: false, failure: raw });
  expect(passOn('draft.list', { code: 'storage.full', data: { freeBytes: 1 } })).toMatchObject({ ok: false });
});

it('takes an undeclared code, or data that does not belong to it, for a fault of the program', () => {
  expect(() => passOn('draft.list', { code: 'page.tooLarge', data: { maxBytes: 5 } })).toThrow(
    UndeclaredFailure,
  );
  expect(() => passOn('page.add', { code: 'page.tooLarge', data: { name: '张示例' } })).toThrow(
    UndeclaredFailure,
  );
  expect(() => passOn('page.add', { code: 'never.heard' })).toThrow(UndeclaredFailure);
});

it('does not compile with a failure that the command does not declare', () => {
  // @ts-expect-error -- draft.list declares no failure of a case
  const handler: Handler<'draft.list'> = async () => refuse('case.notFound', {});
  expect(handler).toBeTypeOf('function');
});
