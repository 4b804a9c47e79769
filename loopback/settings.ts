import { z } from 'zod';

/** What the starter passes; everything has a default but the folders. */
const Settings = z.object({
  NUANCHUANG_DATA: z.string().min(1),
  NUANCHUANG_DISTRICT: z.url(),
  NUANCHUANG_ID_READER: z.url().default('http://127.0.0.1:19196'),
  NUANCHUANG_MODE: z.enum(['window', 'kiosk', 'field']).default('window'),
  NUANCHUANG_HOST_REASON: z.string().default('started directly'),
  NUANCHUANG_WINDOW: z.enum(['open', 'none']).default('open'),
  NUANCHUANG_PORT: z.coerce.number().int().min(0).max(65535).default(0),
});
export type Settings = z.infer<typeof Settings>;

/** Throws `config.invalid` with the name of the first variable that is wrong. */
export function readSettings(env: NodeJS.ProcessEnv): Settings {
  const parsed = Settings.safeParse(env);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new Error(`config.invalid: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`);
}
