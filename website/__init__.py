"""The site: pages made from the code and the schemas, beside those of `docs/`.

`hooks` is what `mkdocs.yml` names. It adds three kinds of pages to those of `docs/`:
`api` has the public names of both packages, `messages` and `types` have what each
version of OCPP sends, and `repository` has the files elsewhere in the repository that
pages link to.
"""
