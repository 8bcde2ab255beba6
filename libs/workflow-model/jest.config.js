import preset from '../../jest.preset.js';

export default { ...preset, displayName: 'workflow-model', rootDir: import.meta.dirname };
