// Written by tools/generate.mjs. Do not edit: run `npm run generate`.

/** Docs and icon of every core node, by folder (which is the type). */
export const coreTexts: Readonly<Record<string, { readonly docs: string; readonly icon: string }>> = {
  "manual-trigger": {
    docs: "Starts the workflow when somebody presses **Run** in the editor, or calls `POST /api/workflows/:id/execute`.\n\n## Parameters\n\n| name     | what it is                                                                                                     |\n| -------- | -------------------------------------------------------------------------------------------------------------- |\n| `sample` | JSON that the editor offers as input when you press Run. It is never used for runs that bring their own input. |\n\n## Output\n\nThe input of the run, unchanged. Other nodes read it as `{{ trigger }}`, or through this node's name.\n\n## Example\n\n```json params\n{ \"sample\": { \"email\": \"ada@example.com\", \"amount\": 42 } }\n```\n\nA later node reads `{{ trigger.email }}`.\n\n## Errors\n\nNone.\n",
    icon: "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"24\" height=\"24\" viewBox=\"0 0 24 24\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"1.75\" stroke-linecap=\"round\" stroke-linejoin=\"round\"><circle cx=\"12\" cy=\"12\" r=\"9\"/><path d=\"M10 8.5v7l5.5-3.5z\"/></svg>",
  },
};
