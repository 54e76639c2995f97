// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {ERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/ERC20Permit.sol";

/// @title FaucetToken
/// @notice Stands for the settlement asset (a stablecoin with 6 decimals and ERC-2612) on local chains. Anyone may take
/// from the faucet, so it refuses to be deployed anywhere else.
contract FaucetToken is ERC20, ERC20Permit {
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
}
