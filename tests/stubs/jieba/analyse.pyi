from typing import Literal, overload

@overload
def extract_tags(
    sentence: str, topK: int | None = ..., *, withWeight: Literal[True]
) -> list[tuple[str, float]]: ...
@overload
def extract_tags(sentence: str, topK: int | None = ...) -> list[str]: ...
