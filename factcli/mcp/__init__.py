"""A door for agents: requests of the Model Context Protocol come in, answers from the store go out; nothing is written.

``tools`` are what an agent can call, ``answers`` the shapes of what they return, ``agent_server`` speaks the protocol.
"""
