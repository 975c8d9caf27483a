Whose work Gõ Cửa's command line carries, and on which terms. The same with checksums, for programs: META-INF/sbom/bom.json (CycloneDX).
Gõ Cửa itself: Apache License 2.0, https://www.apache.org/licenses/LICENSE-2.0

${dependencyMap?size} libraries, each a jar that carries its own licence:

<#list dependencyMap as e>
  <#assign p = e.getKey()/>
${p.groupId}:${p.artifactId}:${p.version}
    ${e.getValue()?join("; ")}<#if p.url??>
    ${p.url}</#if>
</#list>
