import preset from '../../jest.preset.js';

export default { ...preset, displayName: 'expression', rootDir: import.meta.dirname };
