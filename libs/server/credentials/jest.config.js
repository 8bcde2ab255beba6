import preset from '../../../jest.preset.js';

export default { ...preset, displayName: 'server-credentials', rootDir: import.meta.dirname };
