# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes reference.safetensors with the Python library safetensors (0.8.0, torch 2.11.0)."""
from pathlib import Path

import torch
from safetensors.torch import save_file

types = {"f64": torch.float64, "f32": torch.float32, "f16": torch.float16, "bf16": torch.bfloat16, "i64": torch.int64,
         "i32": torch.int32, "i16": torch.int16, "i8": torch.int8, "u8": torch.uint8, "bool": torch.bool}
tensors = {f"of.{name}": torch.arange(6).reshape(2, 3).to(dtype) for name, dtype in types.items()}
tensors["a scalar"] = torch.tensor(-1.5)
tensors["no rows"] = torch.zeros(0, 3)
tensors['가중치 "quoted" back\\slash é/'] = torch.tensor([0.1, float("nan"), float("-inf")], dtype=torch.float16)
save_file(tensors, Path(__file__).with_name("reference.safetensors"), metadata={"format": "pt"})
