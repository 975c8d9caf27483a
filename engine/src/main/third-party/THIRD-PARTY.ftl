Whose work Gõ Cửa's engine carries, and on which terms. The same with checksums, for programs: META-INF/sbom/bom.json (CycloneDX).
Gõ Cửa itself: Apache License 2.0, https://www.apache.org/licenses/LICENSE-2.0

${dependencyMap?size} libraries, each a jar that carries its own licence:

<#list dependencyMap as e>
  <#assign p = e.getKey()/>
${p.groupId}:${p.artifactId}:${p.version}
    ${e.getValue()?join("; ")}<#if p.url??>
    ${p.url}</#if>
</#list>

Within them:

Liberation Serif, Sans and Mono, the typefaces of openpdf-fonts-extra: SIL Open Font License 1.1; its text is in that jar, liberation/LICENSE.
    The reports in PDF embed Liberation Serif.

Taken out of their jars, as files of the phone's page:

web/lib/lit-html/lit-html.js, of org.webjars.npm:lit-html:

    BSD 3-Clause License

    Copyright (c) 2017 Google LLC. All rights reserved.

    Redistribution and use in source and binary forms, with or without
    modification, are permitted provided that the following conditions are met:

    1. Redistributions of source code must retain the above copyright notice, this
       list of conditions and the following disclaimer.

    2. Redistributions in binary form must reproduce the above copyright notice,
       this list of conditions and the following disclaimer in the documentation
       and/or other materials provided with the distribution.

    3. Neither the name of the copyright holder nor the names of its
       contributors may be used to endorse or promote products derived from
       this software without specific prior written permission.

    THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS"
    AND ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE
    IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
    DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE
    FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
    DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
    SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER
    CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY,
    OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE
    OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.

web/lib/qr-creator/qr-creator.es6.min.js, of org.webjars.npm:qr-creator; it is made of jquery-qrcode by Lars Jung, MIT License, https://larsjung.de/jquery-qrcode/:

    MIT License

    Copyright (c) 2017 The Nimiq Foundation.

    Permission is hereby granted, free of charge, to any person obtaining a copy
    of this software and associated documentation files (the "Software"), to deal
    in the Software without restriction, including without limitation the rights
    to use, copy, modify, merge, publish, distribute, sublicense, and/or sell
    copies of the Software, and to permit persons to whom the Software is
    furnished to do so, subject to the following conditions:

    The above copyright notice and this permission notice shall be included in all
    copies or substantial portions of the Software.

    THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR
    IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,
    FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE
    AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER
    LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM,
    OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE
    SOFTWARE.

Taken out of its jar, as files of the page that shows the API:

docs/swagger-ui-bundle.js and docs/swagger-ui.css, of org.webjars:swagger-ui, Apache License 2.0, https://www.apache.org/licenses/LICENSE-2.0:

    swagger-ui
    Copyright 2020-2021 SmartBear Software Inc.

    What others have made of it, and on which terms: docs/swagger-ui-bundle.js.LICENSE.txt, in this jar.
