import { bridgeBed } from './bridge-bed.ts';
import { conformanceSuite } from './suite.ts';

// The app has one window, and the login is the window's.
conformanceSuite('the bridge (shell logic on Chromium)', bridgeBed, 'one');
