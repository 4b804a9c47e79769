import { z } from 'zod';

/** What a host tells the station at start; checked again in the worker, since it crosses a thread. */
export const StationOptions = z.strictObject({
  /** vault.json, the database, files, logs, and a newer `calendar.json` if there is one. */
  dataDir: z.string().min(1),
  /** Folder with the content of `assets/`. */
  resourcesDir: z.string().min(1),
  districtUrl: z.url(),
  /** PEM of the district's own certificate authority; null trusts the public ones. */
  districtCa: z.string().nullable().default(null),
  /** Base address of the card reader's local service; null: none. */
  idReaderUrl: z.url().nullable(),
  deviceName: z.string().min(1).max(80),
  host: z.strictObject({
    kind: z.enum(['electron', 'loopback', 'memory']),
    reason: z.string(),
    version: z.string(),
    mode: z.enum(['window', 'kiosk', 'field']),
    fontsOk: z.boolean(),
  }),
  /** The 32-byte master key in base64 where the operating system keeps it; null: the clerk's passphrase unlocks. */
  key: z.base64().length(44).nullable(),
});
export type StationOptions = z.infer<typeof StationOptions>;
export type StationInput = z.input<typeof StationOptions>;
