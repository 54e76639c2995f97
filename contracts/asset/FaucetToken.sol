// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {ERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/ERC20Permit.sol";
import {ERC20TransferAuthorization} from "@openzeppelin/contracts/token/ERC20/extensions/ERC20TransferAuthorization.sol";
import {Nonces} from "@openzeppelin/contracts/utils/Nonces.sol";
import {NoncesKeyed} from "@openzeppelin/contracts/utils/NoncesKeyed.sol";

/// @title FaucetToken
/// @notice Stands for the settlement asset (a stablecoin with 6 decimals, ERC-2612 and ERC-3009) on local chains. Anyone may take
/// from the faucet, so it refuses to be deployed anywhere else.
contract FaucetToken is ERC20, ERC20Permit, ERC20TransferAuthorization {
    uint256 private constant HARDHAT_CHAIN_ID = 31337;
    uint256 private constant GETH_DEV_CHAIN_ID = 1337;

    /// @notice This is not a local chain; use a real stablecoin there.
    error NotLocalChain(uint256 chainId);

    constructor() ERC20("Local Dollar", "USDL") ERC20Permit("Local Dollar") {
        require(block.chainid == HARDHAT_CHAIN_ID || block.chainid == GETH_DEV_CHAIN_ID, NotLocalChain(block.chainid));
    }

    /// @notice Gives `amount` to `account`, out of nothing.
    function drip(address account, uint256 amount) external {
        _mint(account, amount);
    }

    function decimals() public pure override returns (uint8) {
        return 6;
    }

    /// @dev Nonce of permits; those of authorizations have keys of their own.
    function nonces(address owner) public view override(ERC20Permit, Nonces) returns (uint256) {
        return super.nonces(owner);
    }

    /// @dev Key 0 is that of permits: an authorization with such a nonce would use one of theirs.
    function _useCheckedNonce(address owner, uint256 keyNonce) internal override(Nonces, NoncesKeyed) {
        super._useCheckedNonce(owner, keyNonce);
    }
}
