import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';

const Seen = z.strictObject({ serial: z.int().nonnegative() });

/** The anti-rollback counter: highest manifest serial accepted on this device. It only ever grows. */
export interface UpdateSerial {
  last(): Promise<number>;
  accept(serial: number): Promise<void>;
}

/** Kept in a small file. A damaged one throws: starting from 0 again would let old manifests in. */
export function updateSerial(file: string): UpdateSerial {
  async function last(): Promise<number> {
    const text = await readFile(file, 'utf8').catch((cause: NodeJS.ErrnoException) => {
      if (cause.code === 'ENOENT') return null;
      throw cause;
    });
    return text === null ? 0 : Seen.parse(JSON.parse(text)).serial;
  }
  return {
    last,
    async accept(serial) {
      if (serial <= (await last())) return;
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(`${file}.new`, JSON.stringify({ serial }), { flush: true });
      await rename(`${file}.new`, file);
    },
  };
}
