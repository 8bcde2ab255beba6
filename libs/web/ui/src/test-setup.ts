import { setupZonelessTestEnv } from 'jest-preset-angular/setup-env/zoneless';
import { loadOverlays } from './overlay/overlays';

setupZonelessTestEnv();
// In a page it is there after the first touch of a key.
beforeAll(loadOverlays);
