import preset from '../../../jest.preset.js';

export default { ...preset, displayName: 'server-composition', rootDir: import.meta.dirname };
