import { z } from 'zod';

/** How `launch.ts` tells the stand-in inside the app's process what to be. */
export const StandinEnvironment = z.object({
  STANDIN_USER_DATA: z.string().min(1),
  STANDIN_CAMERA_CLIP: z.string().optional(),
  /** What the system's keyring would answer. */
  STANDIN_KEYRING: z.enum(['gnome_libsecret', 'basic_text', 'none']).default('gnome_libsecret'),
  /** Gives frames the bridge too, as a renderer taken over by an attacker would: the main process has to refuse them. */
  STANDIN_HOSTILE_FRAMES: z.enum(['yes', 'no']).default('no'),
});

export const standinEnvironment = StandinEnvironment.parse(process.env);
