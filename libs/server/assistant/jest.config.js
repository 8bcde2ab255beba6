import preset from '../../../jest.preset.js';

export default { ...preset, displayName: 'server-assistant', rootDir: import.meta.dirname };
