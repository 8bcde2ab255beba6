import preset from '../../jest.preset.js';

export default { ...preset, displayName: 'engine', rootDir: import.meta.dirname };
