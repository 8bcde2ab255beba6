import preset from '../../jest.preset.js';

export default { ...preset, displayName: 'nodes', rootDir: import.meta.dirname };
