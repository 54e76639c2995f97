// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {MiningWorld} from "./MiningWorld.sol";
import {vm} from "../support/Vm.sol";

/// @notice The emission over the real evaluations: whole rounds of honest and colluding reporters.
contract EmissionOfRoundsInvariants {
    struct FuzzSelector {
        address addr;
        bytes4[] selectors;
    }

    MiningWorld private world;

    function setUp() public {
        world = new MiningWorld();
        world.setUp();
        world.startMining();
    }

    function targetContracts() external view returns (address[] memory list) {
        list = new address[](1);
        list[0] = address(this);
    }

    function targetSelectors() external view returns (FuzzSelector[] memory list) {
        list = new FuzzSelector[](1);
        bytes4[] memory selectors = new bytes4[](2);
        (selectors[0], selectors[1]) = (this.act.selector, this.wait_.selector);
        list[0] = FuzzSelector(address(this), selectors);
    }

    function act(uint256 seed) external {
        world.act(seed);
        if (seed % 2 == 0) wait_(seed);
    }

    function wait_(uint256 seed) public {
        world.wait_(seed);
        world.mine();
    }

    function test_world_mines() public {
        for (uint256 k; k < 60; ++k) wait_(uint256(keccak256(abi.encode("mining", k))));
        vm.assertGe(world.registrations(), 2, "registrations");
        vm.assertGe(world.claims(), 10, "claims");
        invariant_WinnersMineAndNobodyElse();
    }

    /// hardhat-config: invariant.runs = 2
    function invariant_WinnersMineAndNobodyElse() public view {
        vm.assertEq(world.wrong(), 0);
        uint256 sum;
        uint32 current = world.emission().currentEpoch();
        for (uint32 epoch; epoch < current; ++epoch) {
            uint256 shares;
            for (uint256 i; i < world.lotCount(); ++i) {
                uint32 lot = world.lots(i);
                if (world.isRegistered(lot) && world.emission().miningOf(lot).epoch == epoch)
                    shares += world.sharesOf(lot);
            }
            vm.assertEq(world.emission().sharesOf(epoch), shares);
            (uint256 winners, ) = world.emission().amountsOf(epoch);
            uint256 minted = world.minted(epoch);
            sum += minted;
            vm.assertLe(minted, winners);
            if (minted > 0) vm.assertGe(minted + world.claimsIn(epoch), winners);
        }
        vm.assertEq(world.token().totalSupply(), 200_000_000e18 + sum);
    }
}
