/**
 * Shows the API's document. It is read only: nothing is tried out from here, so no token is asked for, kept or sent.
 */
const nothing = () => null;

SwaggerUIBundle({
  url: '/api/v1/openapi.yaml',
  dom_id: '#api',
  deepLinking: true,
  filter: true,
  docExpansion: 'list',
  defaultModelsExpandDepth: 0,
  supportedSubmitMethods: [],
  validatorUrl: 'none',
  plugins: [{ wrapComponents: { authorizeBtn: () => nothing, authorizeOperationBtn: () => nothing } }],
});
