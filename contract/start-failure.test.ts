import { describe, expect, it } from 'vitest';
import { StartFailure, startFailure } from './start-failure.ts';

const error = (over: object) => Object.assign(new Error('ENOENT: /home/x/secret'), over);

describe('why a start failed', () => {
  it.each([
    [{ name: 'FolderInUse' }, 'folder.inUse'],
    [{ name: 'DatabaseNewer' }, 'database.newer'],
    [{ code: 'EADDRINUSE', syscall: 'listen' }, 'port.taken'],
    [{ code: 'EACCES', syscall: 'listen' }, 'port.refused'],
    [{ code: 'EACCES', syscall: 'mkdir' }, 'folder.notWritable'],
    [{ code: 'SQLITE_NOTADB' }, 'data.unreadable'],
    [{ name: 'KeyFileDamaged' }, 'data.unreadable'],
    [{ code: 'ENOSPC' }, 'storage.full'],
    [{ cause: error({ name: 'FolderInUse' }) }, 'folder.inUse'],
    [{}, 'start.failed'],
  ])('%o is %s', (over, code) => {
    const told = startFailure(error(over));
    expect(told).toMatchObject({ event: 'failed', code });
    expect(StartFailure.parse(told).reason).toMatch(/^[^\n]*[一-鿿][^\n]*$/);
    expect(told.reason).not.toContain('secret');
  });

  it('names the setting that is wrong', () => {
    expect(startFailure(new Error('config.invalid: DISTRICT_PORT: too big')).reason).toContain(
      'DISTRICT_PORT: too big',
    );
  });

  it('says something for anything thrown', () => {
    for (const thrown of [null, undefined, 'text', 7]) expect(startFailure(thrown).code).toBe('start.failed');
  });
});
