Whose work Gõ Cửa's kiosk carries, and on which terms. The same with checksums, for programs: META-INF/sbom/bom.json (CycloneDX).
Gõ Cửa itself: Apache License 2.0, https://www.apache.org/licenses/LICENSE-2.0

${dependencyMap?size} libraries, each a jar that carries its own licence:

<#list dependencyMap as e>
  <#assign p = e.getKey()/>
${p.groupId}:${p.artifactId}:${p.version}
    ${e.getValue()?join("; ")}<#if p.url??>
    ${p.url}</#if>
</#list>

Packed into this jar, under META-INF/VAADIN:

Vaadin's web components, the ready-made bundle that Vaadin Ltd publishes for this version of Vaadin, https://github.com/vaadin/web-components: Apache License 2.0. Every part with its version: META-INF/VAADIN/config/stats.json.
    Others' work in it: lit, lit-html, lit-element and @lit/reactive-element (BSD 3-Clause); react, react-dom, scheduler, use-sync-external-store, react-router, @preact/signals-core, @preact/signals-react, @open-wc/dedupe-mixin,
    date-fns, marked, proj4, mgrs, wkt-parser, rbush, is-regexp, strip-css-comments and geographiclib-geodesic (MIT License); ol (BSD 2-Clause); quickselect (ISC License); dompurify (Apache License 2.0 or Mozilla Public License 2.0).
    The bundle is one for all who use Vaadin. What it has of Vaadin's commercial components, and highcharts (Highsoft's own terms) within those, no page of the kiosk calls.

Packed into this jar, under META-INF/resources/gocua/fonts:

Roboto 2.137, Copyright 2011 Google Inc.: Apache License 2.0. Changed: of each file only the Latin letters are there, with full Vietnamese.
