"""Speech to text behind OpenAI's transcription API.

Free of imports: `run` reads `weights` before anything is installed.
"""
