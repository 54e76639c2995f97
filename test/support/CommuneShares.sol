// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {FaucetToken} from "../../contracts/asset/FaucetToken.sol";
import {vm} from "./Vm.sol";

/// @notice What the settlement contract owes to the commune by epochs, and nothing else of it.
contract CommuneShares {
    FaucetToken public immutable asset;
    address public commune;
    mapping(uint32 epoch => uint256 amount) public communeAccrued;

    constructor(FaucetToken asset_) {
        asset = asset_;
    }

    function appoint(address commune_) external {
        commune = commune_;
    }

    function accrue(uint32 epoch, uint256 amount) external {
        communeAccrued[epoch] += amount;
        asset.drip(address(this), amount);
    }

    function collectCommune(uint32 epoch) external {
        uint256 amount = communeAccrued[epoch];
        communeAccrued[epoch] = 0;
        vm.assertTrue(asset.transfer(commune, amount));
    }
}
