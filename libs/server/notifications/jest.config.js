import preset from '../../../jest.preset.js';

export default { ...preset, displayName: 'server-notifications', rootDir: import.meta.dirname };
